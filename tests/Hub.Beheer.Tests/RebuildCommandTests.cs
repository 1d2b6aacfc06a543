using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Register;

namespace Hub.Beheer.Tests;

/// <summary>The register made anew from the archive.</summary>
public sealed class RebuildCommandTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("herbouw-");

    [Fact]
    public async Task A_rebuilt_register_is_the_same_to_the_byte_also_when_it_goes_on_halfway()
    {
        var chain = new ChainBerichten("0503", "90000001");
        for (var number = 0; number <= Rebuild.Step; number++)
        {
            var toewijzing = chain.Toewijzing(Day, 7000 + number, Day, null);
            File.WriteAllText(Path.Combine(_folder.FullName, $"{number}.xml"), toewijzing);
            if (number % 3 == 0)
            {
                File.WriteAllText(
                    Path.Combine(_folder.FullName, $"{number}r.xml"),
                    ChainBerichten.Retour(toewijzing, refused: number % 2 == 0)
                );
            }
        }

        var admin = new Admin(azurite);
        await admin.ExecuteAsync("historie", _folder.FullName, "--gemeente", "0503", "--aanbieder", "90000001");

        var (code, output, progress) = await admin.ExecuteAsync("herbouw", "--tabel", "register2");
        var halfway = progress[0].Split(' ')[^1];
        var (further, rest, _) = await admin.ExecuteAsync("herbouw", "--tabel", "register2", "--na", halfway);

        Assert.Equal((0, "135 berichten opgenomen."), (code, output[^1]));
        Assert.Equal(2, progress.Length);
        Assert.Equal((0, "35 berichten opgenomen."), (further, rest[^1]));
        Assert.Equal(await admin.RegisterAsync(), await admin.RegisterAsync("register2"));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
