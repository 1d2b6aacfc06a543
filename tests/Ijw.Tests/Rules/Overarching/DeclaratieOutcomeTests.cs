using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Retour;
using Ijw.Tests.Retour;
using Ijw.Writing;
using static Ijw.Tests.Retour.Heenberichten;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>From a JW323 over its dossier to the JW325 in the shapes of retour.md 3.1, and to the feiten that are left.</summary>
public class DeclaratieOutcomeTests
{
    private const string Prestatie = "Declaratie/Clienten/Client/Prestaties/Prestatie";

    /// <summary>Ten, ten and three hours in March, April and May, on a total of fifteen.</summary>
    private static readonly string[] Three =
    [
        $"{Prestatie}[2] -",
        $"{Prestatie} +",
        $"{Prestatie}[2] +",
        $"{Prestatie}[1]/ProductPeriode/Begindatum = 2026-03-01",
        $"{Prestatie}[1]/ProductPeriode/Einddatum = 2026-03-31",
        $"{Prestatie}[2]/ProductReferentie/ReferentieNummer = P2",
        $"{Prestatie}[2]/ProductPeriode/Begindatum = 2026-04-01",
        $"{Prestatie}[2]/ProductPeriode/Einddatum = 2026-04-30",
        $"{Prestatie}[3]/ProductReferentie/ReferentieNummer = P3",
        $"{Prestatie}[3]/GeleverdVolume = 3",
        $"{Prestatie}[3]/IngediendBedrag/Bedrag = 25500",
        "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 195500",
    ];

    [Fact]
    public void C_A_used_Identificatie_refuses_the_declaratie_in_the_Header_and_nothing_else_is_said()
    {
        var (answer, outcome) = Answered(["JW323"], [$"{Prestatie}[1]/ToewijzingNummer = 100077"]);

        Assert.Equal(("9056", OutcomeKind.Refused), (answer.Header.Codes(), outcome.Kind));
        Assert.Null(answer.Content);
    }

    [Fact]
    public void D_A_used_DeclaratieNummer_refuses_the_declaratie_and_none_of_its_prestaties_is_judged()
    {
        var (answer, outcome) = Answered(
            ["JW323"],
            ["Header/BerichtIdentificatie/Identificatie = DC-2026-0002", $"{Prestatie}[1]/ToewijzingNummer = 100077"]
        );

        Assert.Equal(("0200", "9333", OutcomeKind.Refused), (answer.Header.Codes(), answer.Content!.Codes(), outcome.Kind));
        Assert.Equal(("115000 D", "0 D", null), (Total(answer, "Ingediend"), Total(answer, "Toegekend"), answer.Content!.Kind("Clienten")));
    }

    [Fact]
    public void E_Without_findings_all_is_granted()
    {
        var (answer, outcome) = Answered([], []);

        Assert.Equal(("0200", "8001", "115000 D"), (answer.Header.Codes(), answer.Content!.Codes(), Total(answer, "Toegekend")));
        Assert.Empty(outcome.RefusedPrestaties);
    }

    [Fact]
    public void E_Advice_leaves_everything_granted()
    {
        var (answer, outcome) = Answered([], [$"{Prestatie}[1]/ToewijzingNummer = 100077"], isComplete: false);

        Assert.Equal(("8001", OutcomeKind.Accepted), (answer.Content!.Codes(), outcome.Kind));
    }

    [Fact]
    public void F_The_prestatie_that_crosses_the_total_comes_back_and_a_smaller_one_after_it_is_granted()
    {
        string[] total =
        [
            "Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Frequentie = 6",
            "Client/ToegewezenProducten/ToegewezenProduct[1]/Omvang/Volume = 15",
        ];

        var (answer, outcome) = Answered([], Three, total);

        Assert.Equal(["0200: P2 9322"], Clienten(answer));
        Assert.Equal(("0200", "195500 D", "110500 D"), (answer.Content!.Codes(), Total(answer, "Ingediend"), Total(answer, "Toegekend")));
        Assert.Equal(["P2"], outcome.RefusedPrestaties.Select(key => key.ReferentieNummer));
    }

    [Fact]
    public void F_The_prestatie_that_crosses_the_budget_comes_back()
    {
        const string product = "Client/ToegewezenProducten/ToegewezenProduct[1]";
        string[] budget = [$"{product}/Omvang -", $"{product}/Product/Code -", $"{product}/Budget = 120000"];

        var (answer, _) = Answered([], Three, budget);

        Assert.Equal(["0200: P2 9369"], Clienten(answer));
        Assert.Equal("110500 D", Total(answer, "Toegekend"));
    }

    [Fact]
    public void F_A_prestatie_has_every_code_that_was_found_on_it()
    {
        var (answer, _) = Answered([], [$"{Prestatie}[1]/ProductCode = 45A05", $"{Prestatie}[1]/ProductPeriode/Begindatum = 2026-05-04"]);

        Assert.Equal(["0200: P1 9340 9387"], Clienten(answer));
    }

    [Fact]
    public void G_A_client_without_a_toewijzing_comes_back_with_all_prestaties_not_assessed()
    {
        string[] second =
        [
            "Declaratie/Clienten/Client +",
            "Declaratie/Clienten/Client[2]/Bsn = 999900018",
            "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/ProductReferentie/ReferentieNummer = P3",
            "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer = P4",
            "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 230000",
        ];

        var (answer, outcome) = Answered([], second);

        Assert.Equal(["8187: P3 0233, P4 0233"], Clienten(answer));
        Assert.Equal("115000 D", Total(answer, "Toegekend"));
        Assert.Equal(["P3", "P4"], outcome.RefusedPrestaties.Select(key => key.ReferentieNummer).Order());
    }

    [Fact]
    public void G_A_prestatie_on_the_toewijzing_of_another_client_comes_back_by_itself_with_8187()
    {
        string[] ofOther = ["Client/Bsn = 999900018"];
        var scenario = With(ofOther);
        var rules = new[] { $"{Prestatie}[2] -", "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 85000" };
        string[] ofClient =
        [
            "Header/BerichtIdentificatie/Identificatie = TW-2",
            "Client/ToegewezenProducten/ToegewezenProduct[3] -",
            "Client/ToegewezenProducten/ToegewezenProduct[2] -",
            "Client/ToegewezenProducten/ToegewezenProduct/ToewijzingNummer = 100009",
        ];
        scenario.Take(Read("JW301", ofClient), Outcome.Accepted);

        var (answer, _) = Answered(scenario, rules);

        Assert.Equal(["0200: P1 8187"], Clienten(answer));
    }

    [Fact]
    public void H_Everything_refused_one_by_one_grants_nothing()
    {
        var (answer, outcome) = Answered([], [$"{Prestatie}[1]/ToewijzingNummer = 100077", $"{Prestatie}[2]/ToewijzingNummer = 100078"]);

        Assert.Equal(["0200: P1 9338, P2 9338"], Clienten(answer));
        Assert.Equal(("0200", "0 D", 2), (answer.Content!.Codes(), Total(answer, "Toegekend"), outcome.RefusedPrestaties.Count));
    }

    [Fact]
    public void What_the_JW325_says_leads_to_the_same_facts_as_the_verdict_it_came_from()
    {
        var bytes = Bytes("JW323", [$"{Prestatie}[1]/ToewijzingNummer = 100077"]);
        var heen = Scenario.Read(bytes);
        var outcome = With([]).Check(heen);
        var jw325 = Scenario.Read(RetourBuilder.Make(BerichtTree.Read(bytes)!, outcome.Bevindingen, "DA-1", new DateOnly(2026, 6, 8)));

        Assert.Equal(FactBlock.Write(Facts(heen, outcome.Outcome)), FactBlock.Write(Facts(heen, Outcome.Of(jw325))));
        Assert.Equal(
            [PrestatieOutcome.Refused, PrestatieOutcome.Granted],
            Facts(heen, outcome.Outcome).OfType<PrestatieNotice>().Select(notice => notice.Outcome)
        );
        Assert.Equal(["9338", ""], Facts(heen, outcome.Outcome).OfType<PrestatieNotice>().Select(notice => notice.Codes));
    }

    private static IReadOnlyList<Fact> Facts(BerichtContent content, Outcome outcome) =>
        Ijw.Dossiers.Facts.BerichtFacts.Of(content, outcome, "0503-1", DateTimeOffset.UnixEpoch);

    private static (BerichtTree Answer, Outcome Outcome) Answered(
        string[] earlier,
        string[] rules,
        string[]? toewijzing = null,
        bool isComplete = true
    )
    {
        var scenario = With(toewijzing ?? []);
        foreach (var kind in earlier)
        {
            scenario.Take(Read(kind, []), Outcome.Accepted);
        }
        return Answered(scenario, rules, isComplete);
    }

    private static (BerichtTree Answer, Outcome Outcome) Answered(Scenario scenario, string[] rules, bool isComplete = true)
    {
        var bytes = Bytes("JW323", rules);
        var outcome = scenario.Check(Scenario.Read(bytes), isComplete: isComplete);
        return (
            Heenberichten.Read(RetourBuilder.Make(BerichtTree.Read(bytes)!, outcome.Bevindingen, Identificatie, Dagtekening)),
            outcome.Outcome
        );
    }

    private static Scenario With(string[] toewijzing)
    {
        var scenario = new Scenario();
        scenario.Take(Read("JW301", toewijzing), Outcome.Accepted);
        return scenario;
    }

    private static BerichtContent Read(string kind, string[] rules) => Scenario.Read(Bytes(kind, rules));

    private static byte[] Bytes(string kind, string[] rules) => RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules));

    private static IEnumerable<string> Clienten(BerichtTree answer) =>
        answer
            .Content!.Kind("Clienten")!
            .Children.Select(client => $"{client.Codes()}: {string.Join(", ", client.Kind("Prestaties")!.Children.Select(Text))}");

    private static string Text(TreeNode prestatie) => $"{prestatie.Read("ProductReferentie/ReferentieNummer")} {prestatie.Codes()}";

    private static string Total(BerichtTree answer, string name) =>
        $"{answer.Content!.Read($"Totaal{name}Bedrag/TotaalBedrag")} {answer.Content!.Read($"Totaal{name}Bedrag/DebetCredit")}";
}
