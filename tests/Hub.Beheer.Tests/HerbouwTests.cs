using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;
using Hub.Register;

namespace Hub.Beheer.Tests;

/// <summary>The register made anew from the archive.</summary>
public sealed class HerbouwTests(Azurite azurite) : IDisposable
{
    private static readonly DateOnly Dag = new(2026, 3, 2);

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("herbouw-");

    [Fact]
    public async Task A_rebuilt_register_is_the_same_to_the_byte_also_when_it_goes_on_halfway()
    {
        var keten = new Ketenberichten("0503", "90000001");
        for (var nummer = 0; nummer <= Herbouw.Stap; nummer++)
        {
            var toewijzing = keten.Toewijzing(Dag, 7000 + nummer, Dag, null);
            File.WriteAllText(Path.Combine(_map.FullName, $"{nummer}.xml"), toewijzing);
            if (nummer % 3 == 0) File.WriteAllText(Path.Combine(_map.FullName, $"{nummer}r.xml"), Ketenberichten.Retour(toewijzing, afgewezen: nummer % 2 == 0));
        }

        var beheer = new Beheer(azurite);
        await beheer.VoerUitAsync("historie", _map.FullName, "--gemeente", "0503", "--aanbieder", "90000001");

        var (code, uit, voortgang) = await beheer.VoerUitAsync("herbouw", "--tabel", "register2");
        var halverwege = voortgang[0].Split(' ')[^1];
        var (verder, rest, _) = await beheer.VoerUitAsync("herbouw", "--tabel", "register2", "--na", halverwege);

        Assert.Equal((0, "135 berichten opgenomen."), (code, uit[^1]));
        Assert.Equal(2, voortgang.Length);
        Assert.Equal((0, "35 berichten opgenomen."), (verder, rest[^1]));
        Assert.Equal(await beheer.RegisterAsync(), await beheer.RegisterAsync("register2"));
    }

    public void Dispose() => _map.Delete(recursive: true);
}
