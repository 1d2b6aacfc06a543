using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>The console view of what went through.</summary>
public sealed class StateTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stand-");

    [Fact]
    public async Task It_counts_by_kind_and_oordeel_and_tells_what_waits_and_nothing_of_a_child()
    {
        var admin = new Admin(azurite);
        var chain = new ChainBerichten("0503", "90000001");
        var day = new DateOnly(2026, 3, 2);
        foreach (
            var (number, xml) in (
                (string[])[chain.Toewijzing(day, 1, day, null), chain.Toewijzing(day, 2, day, null), chain.Start(day, 1, day)]
            ).Index()
        )
        {
            File.WriteAllText(Path.Combine(_folder.FullName, $"{number}.xml"), xml);
        }
        await admin.ExecuteAsync("historie", _folder.FullName, "--gemeente", "0503", "--aanbieder", "90000001");

        var (code, output, _) = await admin.ExecuteAsync("stand");

        Assert.Equal(0, code);
        Assert.Equal(
            ["soort goedgekeurd afgekeurd wacht", "JW301 2 0 0", "JW305 1 0 0", "Er wacht niets."],
            output.Select(rule => string.Join(' ', rule.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );
        Assert.Equal(2, (await admin.ExecuteAsync("stand", "--gemeente", "0518")).Out.Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
