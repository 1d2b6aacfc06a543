using EndToEnd.Voorbeelden;
using Hub.Azure.Tests.Gedeeld;
using Hub.Beheer;
using Hub.Local.Opstarten;

namespace EndToEnd.Scenarios;

/// <summary>The register that a running hub kept, against one that is made anew from its archive.</summary>
[Collection(nameof(VoorbeeldenCollection))]
public sealed class HerbouwTests(VoorbeeldenRun run) : IClassFixture<CompleteParen>
{
    [Fact]
    public async Task The_register_of_a_running_hub_is_what_its_archive_gives_to_the_byte()
    {
        var verhaal = new Scenario(run.Omgeving, CompleteParen.Gemeente, CompleteParen.Aanbieder);
        var dag = new DateOnly(2026, 3, 1);
        await verhaal.StuurAsync(verhaal.Keten.Toewijzing(dag, 690_001, dag, null));
        await verhaal.StuurAsync(verhaal.Keten.Start(dag, 690_001, dag));
        await verhaal.StuurAsync(verhaal.Keten.Start(dag, 690_001, dag));

        using var uit = new StringWriter();
        var code = await Opdrachten.VoerUitAsync(["herbouw", "--tabel", "herbouwd"], Variabele, uit, uit, TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (code, code == 0 ? "" : uit.ToString()));
        var kept = await Registertabel.LeesAsync(run.Omgeving.Opslagverbinding, "register", TestContext.Current.CancellationToken);
        Assert.NotEmpty(kept);
        Assert.Equal(kept, await Registertabel.LeesAsync(run.Omgeving.Opslagverbinding, "herbouwd", TestContext.Current.CancellationToken));
    }

    private string? Variabele(string naam) => naam switch
    {
        "Opslag" => run.Omgeving.Opslagverbinding,
        "Register__Sleutel" => HubOmgeving.Registersleutel,
        _ => null,
    };
}
