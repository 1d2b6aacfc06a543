using Ijw.Dossiers.Facts;
using Ijw.Inhoud;
using Ijw.Retour;
using Ijw.Tests.Retour;
using Ijw.Writing;
using static Ijw.Tests.Retour.Heenberichten;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>From a JW323 over its dossier to the JW325 in the shapes of retour.md 3.1, and to the feiten that are left.</summary>
public class DeclaratieuitslagTests
{
    private const string Prestatie = "Declaratie/Clienten/Client/Prestaties/Prestatie";

    /// <summary>Ten, ten and three hours in March, April and May, on a total of fifteen.</summary>
    private static readonly string[] Drie =
    [
        $"{Prestatie}[2] -", $"{Prestatie} +", $"{Prestatie}[2] +",
        $"{Prestatie}[1]/ProductPeriode/Begindatum = 2026-03-01", $"{Prestatie}[1]/ProductPeriode/Einddatum = 2026-03-31",
        $"{Prestatie}[2]/ProductReferentie/ReferentieNummer = P2", $"{Prestatie}[2]/ProductPeriode/Begindatum = 2026-04-01", $"{Prestatie}[2]/ProductPeriode/Einddatum = 2026-04-30",
        $"{Prestatie}[3]/ProductReferentie/ReferentieNummer = P3", $"{Prestatie}[3]/GeleverdVolume = 3", $"{Prestatie}[3]/IngediendBedrag/Bedrag = 25500",
        "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 195500",
    ];

    [Fact]
    public void C_A_used_Identificatie_refuses_the_declaratie_in_the_Header_and_nothing_else_is_said()
    {
        var (antwoord, uitslag) = Beantwoord(["JW323"], [$"{Prestatie}[1]/ToewijzingNummer = 100077"]);

        Assert.Equal(("9056", Uitslagsoort.Afgewezen), (antwoord.Header.Codes(), uitslag.Soort));
        Assert.Null(antwoord.Inhoud);
    }

    [Fact]
    public void D_A_used_DeclaratieNummer_refuses_the_declaratie_and_none_of_its_prestaties_is_judged()
    {
        var (antwoord, uitslag) = Beantwoord(
            ["JW323"], ["Header/BerichtIdentificatie/Identificatie = DC-2026-0002", $"{Prestatie}[1]/ToewijzingNummer = 100077"]);

        Assert.Equal(("0200", "9333", Uitslagsoort.Afgewezen), (antwoord.Header.Codes(), antwoord.Inhoud!.Codes(), uitslag.Soort));
        Assert.Equal(("115000 D", "0 D", null), (Totaal(antwoord, "Ingediend"), Totaal(antwoord, "Toegekend"), antwoord.Inhoud!.Kind("Clienten")));
    }

    [Fact]
    public void E_Without_findings_all_is_granted()
    {
        var (antwoord, uitslag) = Beantwoord([], []);

        Assert.Equal(("0200", "8001", "115000 D"), (antwoord.Header.Codes(), antwoord.Inhoud!.Codes(), Totaal(antwoord, "Toegekend")));
        Assert.Empty(uitslag.AfgewezenPrestaties);
    }

    [Fact]
    public void E_Advice_leaves_everything_granted()
    {
        var (antwoord, uitslag) = Beantwoord([], [$"{Prestatie}[1]/ToewijzingNummer = 100077"], isVolledig: false);

        Assert.Equal(("8001", Uitslagsoort.Aanvaard), (antwoord.Inhoud!.Codes(), uitslag.Soort));
    }

    [Fact]
    public void F_The_prestatie_that_crosses_the_total_comes_back_and_a_smaller_one_after_it_is_granted()
    {
        string[] totaal = ["Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Frequentie = 6", "Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Volume = 15"];

        var (antwoord, uitslag) = Beantwoord([], Drie, totaal);

        Assert.Equal(["0200: P2 9322"], Clienten(antwoord));
        Assert.Equal(("0200", "195500 D", "110500 D"), (antwoord.Inhoud!.Codes(), Totaal(antwoord, "Ingediend"), Totaal(antwoord, "Toegekend")));
        Assert.Equal(["P2"], uitslag.AfgewezenPrestaties.Select(sleutel => sleutel.ReferentieNummer));
    }

    [Fact]
    public void F_The_prestatie_that_crosses_the_budget_comes_back()
    {
        const string product = "Client/ToegewezenProducten/ToegewezenProduct[1]";
        string[] budget = [$"{product}/Omvang -", $"{product}/Product/Code -", $"{product}/Budget = 120000"];

        var (antwoord, _) = Beantwoord([], Drie, budget);

        Assert.Equal(["0200: P2 9369"], Clienten(antwoord));
        Assert.Equal("110500 D", Totaal(antwoord, "Toegekend"));
    }

    [Fact]
    public void F_A_prestatie_has_every_code_that_was_found_on_it()
    {
        var (antwoord, _) = Beantwoord([], [$"{Prestatie}[1]/ProductCode = 45A05", $"{Prestatie}[1]/ProductPeriode/Begindatum = 2026-05-04"]);

        Assert.Equal(["0200: P1 9340 9387"], Clienten(antwoord));
    }

    [Fact]
    public void G_A_client_without_a_toewijzing_comes_back_with_all_prestaties_not_assessed()
    {
        string[] tweede =
        [
            "Declaratie/Clienten/Client +", "Declaratie/Clienten/Client[2]/Bsn = 999900018",
            "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/ProductReferentie/ReferentieNummer = P3",
            "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer = P4",
            "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 230000",
        ];

        var (antwoord, uitslag) = Beantwoord([], tweede);

        Assert.Equal(["8187: P3 0233, P4 0233"], Clienten(antwoord));
        Assert.Equal("115000 D", Totaal(antwoord, "Toegekend"));
        Assert.Equal(["P3", "P4"], uitslag.AfgewezenPrestaties.Select(sleutel => sleutel.ReferentieNummer).Order());
    }

    [Fact]
    public void G_A_prestatie_on_the_toewijzing_of_another_client_comes_back_by_itself_with_8187()
    {
        string[] vanAnder = ["Client/Bsn = 999900018"];
        var scenario = Met(vanAnder);
        var regels = new[] { $"{Prestatie}[2] -", "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 85000" };
        string[] vanClient =
        [
            "Header/BerichtIdentificatie/Identificatie = TW-2", "Client/ToegewezenProducten/ToegewezenProduct[3] -",
            "Client/ToegewezenProducten/ToegewezenProduct[2] -", "Client/ToegewezenProducten/ToegewezenProduct/ToewijzingNummer = 100009",
        ];
        scenario.Neem(Lees("JW301", vanClient), Uitslag.Aanvaard);

        var (antwoord, _) = Beantwoord(scenario, regels);

        Assert.Equal(["0200: P1 8187"], Clienten(antwoord));
    }

    [Fact]
    public void H_Everything_refused_one_by_one_grants_nothing()
    {
        var (antwoord, uitslag) = Beantwoord([], [$"{Prestatie}[1]/ToewijzingNummer = 100077", $"{Prestatie}[2]/ToewijzingNummer = 100078"]);

        Assert.Equal(["0200: P1 9338, P2 9338"], Clienten(antwoord));
        Assert.Equal(("0200", "0 D", 2), (antwoord.Inhoud!.Codes(), Totaal(antwoord, "Toegekend"), uitslag.AfgewezenPrestaties.Count));
    }

    [Fact]
    public void What_the_JW325_says_leads_to_the_same_feiten_as_the_verdict_it_came_from()
    {
        var bytes = Bytes("JW323", [$"{Prestatie}[1]/ToewijzingNummer = 100077"]);
        var heen = Scenario.Lees(bytes);
        var resultaat = Met([]).Toets(heen);
        var jw325 = Scenario.Lees(Retourbouwer.Maak(Berichtboom.Lees(bytes)!, resultaat.Bevindingen, "DA-1", new DateOnly(2026, 6, 8)));

        Assert.Equal(Feitenblok.Schrijf(Feiten(heen, resultaat.Uitslag)), Feitenblok.Schrijf(Feiten(heen, Uitslag.Van(jw325))));
        Assert.Equal([Prestatieuitslag.Afgewezen, Prestatieuitslag.Toegekend], Feiten(heen, resultaat.Uitslag).OfType<Prestatiemelding>().Select(melding => melding.Uitslag));
    }

    private static IReadOnlyList<Feit> Feiten(Berichtinhoud inhoud, Uitslag uitslag) => Ijw.Dossiers.Facts.Feiten.Van(inhoud, uitslag, "0503-1", DateTimeOffset.UnixEpoch);

    private static (Berichtboom Antwoord, Uitslag Uitslag) Beantwoord(string[] eerder, string[] regels, string[]? toewijzing = null, bool isVolledig = true)
    {
        var scenario = Met(toewijzing ?? []);
        foreach (var soort in eerder) scenario.Neem(Lees(soort, []), Uitslag.Aanvaard);
        return Beantwoord(scenario, regels, isVolledig);
    }

    private static (Berichtboom Antwoord, Uitslag Uitslag) Beantwoord(Scenario scenario, string[] regels, bool isVolledig = true)
    {
        var bytes = Bytes("JW323", regels);
        var resultaat = scenario.Toets(Scenario.Lees(bytes), isVolledig: isVolledig);
        return (Heenberichten.Lees(Retourbouwer.Maak(Berichtboom.Lees(bytes)!, resultaat.Bevindingen, Identificatie, Dagtekening)), resultaat.Uitslag);
    }

    private static Scenario Met(string[] toewijzing)
    {
        var scenario = new Scenario();
        scenario.Neem(Lees("JW301", toewijzing), Uitslag.Aanvaard);
        return scenario;
    }

    private static Berichtinhoud Lees(string soort, string[] regels) => Scenario.Lees(Bytes(soort, regels));

    private static byte[] Bytes(string soort, string[] regels) => RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, regels));

    private static IEnumerable<string> Clienten(Berichtboom antwoord) => antwoord.Inhoud!.Kind("Clienten")!.Kinderen.Select(client =>
        $"{client.Codes()}: {string.Join(", ", client.Kind("Prestaties")!.Kinderen.Select(Tekst))}");

    private static string Tekst(Knoop prestatie) => $"{prestatie.Lees("ProductReferentie/ReferentieNummer")} {prestatie.Codes()}";

    private static string Totaal(Berichtboom antwoord, string naam) =>
        $"{antwoord.Inhoud!.Lees($"Totaal{naam}Bedrag/TotaalBedrag")} {antwoord.Inhoud!.Lees($"Totaal{naam}Bedrag/DebetCredit")}";
}
