using EndToEnd.Voorbeelden;
using Hub;
using Hub.Functions.Tests.Gedeeld;

namespace EndToEnd.Scenarios;

/// <summary>Every flow of process.md section 1, with real berichten over real components: both postbussen hold what they should.</summary>
[Collection(nameof(VoorbeeldenCollection))]
public sealed class ScenarioTests(VoorbeeldenRun run) : IClassFixture<CompleteParen>
{
    private static readonly DateOnly Vandaag = Kalender.Dag(TimeProvider.System.GetUtcNow());
    private static readonly DateOnly Maand = new DateOnly(Vandaag.Year, Vandaag.Month, 1).AddMonths(-1);
    private static readonly DateOnly Begin = Maand.AddMonths(-2);
    private static int _nummer = 700_000;

    private readonly Scenario _verhaal = new(run.Omgeving, CompleteParen.Gemeente, CompleteParen.Aanbieder);
    private readonly int _toewijzing = Interlocked.Add(ref _nummer, 10);

    private Ketenberichten Keten => _verhaal.Keten;

    private string Referentie => $"REF{_toewijzing}";

    [Fact]
    public async Task Gemeente_initiative()
    {
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.Start(Begin.AddDays(3), _toewijzing, Begin.AddDays(2)));
        await _verhaal.StuurAsync(Keten.Declaratie(Maand, $"D{_toewijzing}", _toewijzing, $"P{_toewijzing}"));
        await _verhaal.StuurAsync(Keten.Stop(Vandaag, _toewijzing, Begin.AddDays(2), Vandaag));

        await _verhaal.VerwachtAsync(["JW302", "JW305", "JW323", "JW307"], ["JW301", "JW306", "JW325 8001", "JW308"]);
    }

    [Fact]
    public async Task Request_granted()
    {
        await _verhaal.StuurAsync(Keten.VerzoekOmToewijzing(Begin, Referentie));
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin.AddDays(2), _toewijzing, Begin, null, Referentie));

        await _verhaal.VerwachtAsync(["JW315", "JW302"], ["JW316", "JW301"]);
    }

    [Fact]
    public async Task Request_granted_after_onderzoek()
    {
        await _verhaal.StuurAsync(Keten.VerzoekOmToewijzing(Begin, Referentie));
        await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(2), Referentie, inOnderzoek: true));
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin.AddDays(9), _toewijzing, Begin, null, Referentie));

        await _verhaal.VerwachtAsync(["JW315", "JW320", "JW302"], ["JW316", "JW319", "JW301"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_rejected_at_once_or_after_onderzoek(bool onderzoek)
    {
        await _verhaal.StuurAsync(Keten.VerzoekOmToewijzing(Begin, Referentie));
        if (onderzoek) await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(2), Referentie, inOnderzoek: true));
        await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(9), Referentie, inOnderzoek: false));
        // Nothing follows a rejection.
        await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(10), Referentie, inOnderzoek: false));

        await _verhaal.VerwachtAsync(
            onderzoek ? ["JW315", "JW320", "JW320", "JW320 9365"] : ["JW315", "JW320", "JW320 9365"],
            onderzoek ? ["JW316", "JW319", "JW319"] : ["JW316", "JW319"]);
    }

    [Fact]
    public async Task Request_at_the_wrong_gemeente_goes_to_the_right_one()
    {
        await _verhaal.StuurAsync(Keten.VerzoekOmToewijzing(Begin, Referentie));
        await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(2), Referentie, inOnderzoek: true));
        await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(3), Referentie, inOnderzoek: false, woonplaats: CompleteParen.AndereGemeente));
        await _verhaal.VerwachtAsync(["JW315", "JW320", "JW320"], ["JW316", "JW319", "JW319"]);

        var vervolg = new Scenario(run.Omgeving, CompleteParen.AndereGemeente, CompleteParen.Aanbieder);
        await vervolg.StuurAsync(vervolg.Keten.VerzoekOmToewijzing(Begin.AddDays(4), Referentie + "B"));
        await vervolg.StuurAsync(vervolg.Keten.Toewijzing(Begin.AddDays(5), _toewijzing, Begin, null, Referentie + "B"));
        await vervolg.VerwachtAsync(["JW315", "JW302"], ["JW316", "JW301"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Change_granted_at_once_or_after_onderzoek(bool onderzoek)
    {
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.VerzoekOmWijziging(Begin.AddDays(20), Referentie, _toewijzing));
        if (onderzoek) await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(21), Referentie, inOnderzoek: true));
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin.AddDays(25), _toewijzing, Begin, Begin.AddDays(320), Referentie, reden: "12"));

        await _verhaal.VerwachtAsync(
            onderzoek ? ["JW302", "JW317", "JW320", "JW302"] : ["JW302", "JW317", "JW302"],
            onderzoek ? ["JW301", "JW318", "JW319", "JW301"] : ["JW301", "JW318", "JW301"]);
    }

    [Fact]
    public async Task Change_rejected()
    {
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.VerzoekOmWijziging(Begin.AddDays(20), Referentie, _toewijzing));
        await _verhaal.StuurAsync(Keten.Antwoord(Begin.AddDays(22), Referentie, inOnderzoek: false));

        await _verhaal.VerwachtAsync(["JW302", "JW317", "JW320"], ["JW301", "JW318", "JW319"]);
    }

    [Fact]
    public async Task Start_temporary_stop_restart_and_stop()
    {
        var (een, twee) = (Begin.AddDays(2), Begin.AddDays(30));
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.Start(een, _toewijzing, een));
        await _verhaal.StuurAsync(Keten.Stop(een.AddDays(9), _toewijzing, een, een.AddDays(8), tijdelijk: true));
        await _verhaal.StuurAsync(Keten.Start(twee, _toewijzing, twee));
        // A second one while the first is open is refused.
        await _verhaal.StuurAsync(Keten.Start(twee.AddDays(1), _toewijzing, twee.AddDays(1)));
        await _verhaal.StuurAsync(Keten.Stop(twee.AddDays(9), _toewijzing, twee, twee.AddDays(8)));

        await _verhaal.VerwachtAsync(
            ["JW302", "JW305", "JW307", "JW305", "JW307"], ["JW301", "JW306", "JW308", "JW306", "JW306 9326", "JW308"]);
    }

    [Fact]
    public async Task Start_temporary_stop_and_final_stop()
    {
        var begin = Begin.AddDays(2);
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.Start(begin, _toewijzing, begin));
        await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(9), _toewijzing, begin, begin.AddDays(8), tijdelijk: true));
        await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(12), _toewijzing, begin, begin.AddDays(10)));
        // Nothing follows a final stop.
        await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(15), _toewijzing, begin, begin.AddDays(14)));

        await _verhaal.VerwachtAsync(["JW302", "JW305", "JW307", "JW307"], ["JW301", "JW306", "JW308", "JW308", "JW308 9415"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_start_is_removed_or_corrected_in_one_bericht_or_in_two(bool inEen)
    {
        var (fout, goed) = (Begin.AddDays(2), Begin.AddDays(3));
        Startregel weg = new(_toewijzing, fout, Verwijdering: true), nieuw = new(_toewijzing, goed);
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.Start(fout, _toewijzing, fout));
        if (inEen)
        {
            await _verhaal.StuurAsync(Keten.Start(goed, weg, nieuw));
        }
        else
        {
            await _verhaal.StuurAsync(Keten.Start(goed, weg));
            await _verhaal.StuurAsync(Keten.Start(goed, nieuw));
        }

        // It is gone: it can't be removed once more, and the new one can be stopped.
        await _verhaal.StuurAsync(Keten.Start(goed, weg));
        await _verhaal.StuurAsync(Keten.Stop(goed.AddDays(9), _toewijzing, goed, goed.AddDays(8)));

        await _verhaal.VerwachtAsync(
            inEen ? ["JW302", "JW305", "JW305", "JW307"] : ["JW302", "JW305", "JW305", "JW305", "JW307"],
            inEen ? ["JW301", "JW306", "JW306", "JW306 9063", "JW308"] : ["JW301", "JW306", "JW306", "JW306", "JW306 9063", "JW308"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_is_removed_or_corrected_in_one_bericht_or_in_two(bool inEen)
    {
        var begin = Begin.AddDays(2);
        Stopregel weg = new(_toewijzing, begin, begin.AddDays(8), Verwijdering: true), nieuw = new(_toewijzing, begin, begin.AddDays(9));
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.Start(begin, _toewijzing, begin));
        await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(10), _toewijzing, begin, begin.AddDays(8)));
        // While there is a stop on it, the start can't be removed.
        await _verhaal.StuurAsync(Keten.Start(begin.AddDays(11), new Startregel(_toewijzing, begin, Verwijdering: true)));
        if (inEen)
        {
            await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(12), weg, nieuw));
        }
        else
        {
            await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(12), weg));
            await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(12), nieuw));
        }

        await _verhaal.VerwachtAsync(
            inEen ? ["JW302", "JW305", "JW307", "JW307"] : ["JW302", "JW305", "JW307", "JW307", "JW307"],
            inEen ? ["JW301", "JW306", "JW308", "JW306 9071", "JW308"] : ["JW301", "JW306", "JW308", "JW306 9071", "JW308", "JW308"]);
    }

    [Fact]
    public async Task A_declaratie_is_granted_in_part_and_corrected_and_sent_again()
    {
        string R(int nummer) => $"P{_toewijzing}{nummer}";
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin, _toewijzing, Begin, null));
        await _verhaal.StuurAsync(Keten.Declaratie(Maand, $"D{_toewijzing}1", new Prestatieregel(R(1), _toewijzing), new Prestatieregel(R(2), _toewijzing + 1)));
        await _verhaal.VerwachtAsync(["JW302", "JW323"], ["JW301", "JW325 9338"]);

        // Credit and new debet, and the refused one again under a number of its own, on a toewijzing that is there now.
        await _verhaal.StuurAsync(Keten.Toewijzing(Begin.AddDays(1), _toewijzing + 1, Begin, null));
        await _verhaal.StuurAsync(Keten.Declaratie(
            Maand,
            $"D{_toewijzing}2",
            new Prestatieregel(R(3), _toewijzing, Vorige: R(1)),
            new Prestatieregel(R(4), _toewijzing, Uren: 10),
            new Prestatieregel(R(5), _toewijzing + 1)));
        await _verhaal.VerwachtAsync(["JW302", "JW323"], ["JW301", "JW325 8001"]);

        // A number is used once, also by what was refused, and a debet is credited once. All that is new is wrong: nothing goes on but the declaratie.
        await _verhaal.StuurAsync(Keten.Declaratie(
            Maand, $"D{_toewijzing}3", new Prestatieregel(R(2), _toewijzing + 1), new Prestatieregel(R(6), _toewijzing, Vorige: R(1))));
        await _verhaal.VerwachtAsync(["JW323"], ["JW325 9389 8021 9390"]);

        // A number of a declaratie too.
        await _verhaal.StuurAsync(Keten.Declaratie(Maand, $"D{_toewijzing}3", new Prestatieregel(R(7), _toewijzing)));
        await _verhaal.VerwachtAsync([], ["JW325 9333"]);
    }

    [Fact]
    public async Task Taakgericht_without_a_toewijzing()
    {
        var begin = Begin.AddDays(2);
        await _verhaal.StuurAsync(Keten.Start(begin, new Startregel(null, begin)));
        await _verhaal.StuurAsync(Keten.Stop(begin.AddDays(9), new Stopregel(null, begin, begin.AddDays(8))));

        await _verhaal.VerwachtAsync(["JW305", "JW307"], ["JW306", "JW308"]);
    }
}
