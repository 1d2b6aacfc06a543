using System.IO.Compression;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Beheer.Tests;

/// <summary>Berichten from before the hub, out of a folder or a zip.</summary>
public sealed class HistorieTests(Azurite azurite) : IDisposable
{
    private static readonly DateOnly Dag = new(2026, 3, 2);

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("historie-");
    private readonly Ketenberichten _keten = new("0503", "90000001");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string[] Opdracht => ["historie", _map.FullName, "--gemeente", "0503", "--aanbieder", "90000001"];

    [Fact]
    public async Task A_folder_and_a_zip_of_it_give_the_same_register_and_loading_again_changes_nothing()
    {
        Leg(Keten());
        var (map, zip) = (new Beheer(azurite), new Beheer(azurite));

        Assert.Equal((0, "7 bestanden: 7 opgenomen, 0 waren er al, 0 geweigerd, 0 niet gelezen."), Kort(await map.VoerUitAsync(Opdracht)));
        var register = await map.RegisterAsync();
        Assert.Equal((0, "7 bestanden: 0 opgenomen, 7 waren er al, 0 geweigerd, 0 niet gelezen."), Kort(await map.VoerUitAsync(Opdracht)));

        var pad = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        await ZipFile.CreateFromDirectoryAsync(_map.FullName, pad, Stop);
        Assert.Equal(0, (await zip.VoerUitAsync([.. Opdracht.Select(deel => deel == _map.FullName ? pad : deel)])).Code);
        File.Delete(pad);
        Assert.NotEmpty(register);
        Assert.Equal(register, await map.RegisterAsync());
        Assert.Equal(register, await zip.RegisterAsync());
    }

    [Fact]
    public async Task Killed_halfway_it_goes_on_where_it_was()
    {
        Leg(Enumerable.Range(0, 60).SelectMany(nummer =>
        {
            var toewijzing = _keten.Toewijzing(Dag, 5000 + nummer, Dag, null);
            return (string[])[toewijzing, Ketenberichten.Retour(toewijzing, afgewezen: nummer % 7 == 0)];
        }));
        var (ongestoord, gedood) = (new Beheer(azurite), new Beheer(azurite));
        Assert.Equal(0, (await ongestoord.VoerUitAsync(Opdracht)).Code);

        await gedood.DoodBijEersteRegelAsync(Opdracht);
        var halverwege = await gedood.RegisterAsync();
        var (code, uit, _) = await gedood.VoerUitAsync(Opdracht);

        Assert.Equal(0, code);
        Assert.DoesNotContain(" 0 waren er al", uit[^1], StringComparison.Ordinal);
        var register = await ongestoord.RegisterAsync();
        Assert.NotEqual(register, halverwege);
        Assert.Equal(register, await gedood.RegisterAsync());
    }

    [Fact]
    public async Task What_can_not_be_loaded_is_named_with_its_reason_and_no_value_and_the_rest_is_loaded_but_not_called_complete()
    {
        Leg([
            _keten.Toewijzing(Dag, 1, Dag, null),
            "geen xml " + Voorbeelden.Bsn,
            new Ketenberichten("0518", "90000001").Toewijzing(Dag, 2, Dag, null),
            new Ketenberichten("0503", "90000002").Toewijzing(Dag, 3, Dag, null),
            Voorbeelden.Stop(dubbel: true),
        ]);
        var beheer = new Beheer(azurite);

        var (code, uit, _) = await beheer.VoerUitAsync([.. Opdracht, "--compleet"]);

        Assert.Equal(1, code);
        Assert.StartsWith("01.xml: Dit is geen bericht dat aan niveau 1 voldoet.", uit[0], StringComparison.Ordinal);
        Assert.Equal("02.xml: Dit bericht is van een andere gemeente.", uit[1]);
        Assert.Equal("03.xml: Dit bericht is van een andere aanbieder.", uit[2]);
        Assert.StartsWith("04.xml: Dit bericht voldoet niet aan niveau 2; het is dus nooit aanvaard. TR101 op regel", uit[3], StringComparison.Ordinal);
        Assert.Equal("5 bestanden: 1 opgenomen, 0 waren er al, 4 geweigerd, 0 niet gelezen.", uit[4]);
        Assert.Contains("niet als compleet vastgelegd", uit[5], StringComparison.Ordinal);
        Assert.DoesNotContain(uit, regel => regel.Contains(Voorbeelden.Bsn, StringComparison.Ordinal) || regel.Contains(Voorbeelden.Naam, StringComparison.Ordinal));
        Assert.False(await IsCompleetAsync(beheer));

        foreach (var bestand in _map.GetFiles().Where(bestand => bestand.Name != "00.xml")) bestand.Delete();
        Assert.Equal(0, (await beheer.VoerUitAsync([.. Opdracht, "--compleet"])).Code);
        Assert.True(await IsCompleetAsync(beheer));
    }

    [Fact]
    public async Task What_has_no_retour_is_open_unless_it_is_said_to_be_accepted()
    {
        Leg([_keten.Toewijzing(Dag, 1, Dag, null)]);
        Beheer beheer = new(azurite), ander = new(azurite);

        await beheer.VoerUitAsync(Opdracht);
        await ander.VoerUitAsync([.. Opdracht, "--zonder-retour-aanvaard"]);

        // The two say something else, and a retour that accepts makes them say the same.
        Assert.NotEqual(await beheer.RegisterAsync(), await ander.RegisterAsync());
        Leg([Ketenberichten.Retour(File.ReadAllText(_map.GetFiles("00.xml")[0].FullName))], vanaf: 1);
        await beheer.VoerUitAsync(Opdracht);
        await ander.VoerUitAsync(Opdracht);
        Assert.Equal(await beheer.RegisterAsync(), await ander.RegisterAsync());
    }

    [Theory]
    [InlineData("historie", "--gemeente", "0503", "--aanbieder", "90000001")]
    [InlineData("historie", "/bestaat/niet", "--gemeente", "0503", "--aanbieder", "90000001")]
    [InlineData("herbouw", "--tabel", "register")]
    [InlineData("herbouw", "--tabel", "1")]
    [InlineData("herbouw", "--tabel", "register2", "--na", "x")]
    [InlineData("onbekend")]
    public async Task What_can_not_be_done_is_one_clear_line(params string[] argumenten)
    {
        var (code, uit, fout) = await new Beheer(azurite).VoerUitAsync(argumenten);

        Assert.Equal(2, code);
        Assert.Empty(uit);
        // A command line that was not understood has a second one, that says where help is.
        Assert.Single(fout, regel => !regel.StartsWith("Zie: hub-beheer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_are_missing_are_named_one_line_each()
    {
        using StringWriter uit = new(), fout = new();

        var code = await Opdrachten.VoerUitAsync(["herbouw", "--tabel", "register2"], _ => null, uit, fout, Stop);

        Assert.Equal(2, code);
        Assert.Equal(["Opslag", "Register__Sleutel"], fout.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(regel => regel.Split(':')[0]));
    }

    public void Dispose() => _map.Delete(recursive: true);

    private static (int Code, string Slot) Kort((int Code, string[] Uit, string[] Fout) uitslag) => (uitslag.Code, uitslag.Uit[^1]);

    private static Task<bool> IsCompleetAsync(Beheer beheer) =>
        new TableCompleetheid(Opslagaccount.Met(beheer.Verbinding)).IsCompleetAsync(new Paar("0503", "90000001"), Stop);

    private List<string> Keten()
    {
        var (een, twee) = (_keten.Toewijzing(Dag, 11, Dag, null), _keten.Toewijzing(Dag, 12, Dag, null));
        var declaratie = _keten.Declaratie(Dag, "D11", 11, "P11");
        // A retour before its heenbericht, and one that rejects.
        return [Ketenberichten.Retour(een), een, twee, Ketenberichten.Retour(twee, afgewezen: true), _keten.Start(Dag, 11, Dag), declaratie, _keten.Declaratieantwoord(declaratie)];
    }

    private void Leg(IEnumerable<string> berichten, int vanaf = 0)
    {
        foreach (var (nummer, xml) in berichten.Index()) File.WriteAllText(Path.Combine(_map.FullName, $"{vanaf + nummer:D2}.xml"), xml);
    }
}
