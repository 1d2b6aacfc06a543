using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Beheer.Tests;

/// <summary>The console view of what went through.</summary>
public sealed class StandTests(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("stand-");

    [Fact]
    public async Task It_counts_by_soort_and_oordeel_and_tells_what_waits_and_nothing_of_a_child()
    {
        var beheer = new Beheer(azurite);
        var keten = new Ketenberichten("0503", "90000001");
        var dag = new DateOnly(2026, 3, 2);
        foreach (var (nummer, xml) in ((string[])[keten.Toewijzing(dag, 1, dag, null), keten.Toewijzing(dag, 2, dag, null), keten.Start(dag, 1, dag)]).Index())
            File.WriteAllText(Path.Combine(_map.FullName, $"{nummer}.xml"), xml);
        await beheer.VoerUitAsync("historie", _map.FullName, "--gemeente", "0503", "--aanbieder", "90000001");

        var (code, uit, _) = await beheer.VoerUitAsync("stand");

        Assert.Equal(0, code);
        Assert.Equal(
            ["soort goedgekeurd afgekeurd wacht", "JW301 2 0 0", "JW305 1 0 0", "Er wacht niets."],
            uit.Select(regel => string.Join(' ', regel.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(2, (await beheer.VoerUitAsync("stand", "--gemeente", "0518")).Uit.Length);
    }

    public void Dispose() => _map.Delete(recursive: true);
}
