using Ijw.Examples;
using Ijw.Retour;
using Ijw.Tests.Writing;
using Ijw.Writing;
using static Ijw.Tests.Retour.Heenberichten;

namespace Ijw.Tests.Retour;

/// <summary>The shapes of a JW325 in retour.md section 3.</summary>
public class DeclaratieantwoordTests
{
    private static readonly Berichtboom Heen = Declaratie([10_000, 2_500], [-4_000, 300], [7]);

    [Fact]
    public void A_Level_1_has_no_JW325() =>
        Assert.Throws<ArgumentException>(() => Maak(Bevinding("/Bericht/Declaratie", "0001", niveau: 1)));

    [Fact]
    public void B_A_level_2_finding_gives_0001_and_nothing_else()
    {
        var antwoord = Maak(Bevinding("/Bericht/Declaratie", "0001", niveau: 2), Bevinding("/Bericht/Declaratie", "9333"));

        Assert.Equal("0001", antwoord.Header.Codes());
        Assert.Null(antwoord.Inhoud);
    }

    [Theory]
    [InlineData("9056")]
    [InlineData("8848")]
    [InlineData("S300")]
    public void C_A_finding_in_the_header_gives_its_code_and_nothing_else(string code)
    {
        var antwoord = Maak(Bevinding("/Bericht/Header/Ontvanger", code), Bevinding("/Bericht/Declaratie", "9333"));

        Assert.Equal(code, antwoord.Header.Codes());
        Assert.Null(antwoord.Inhoud);
    }

    [Theory]
    [InlineData("/Bericht/Declaratie/DeclaratieNummer", "9333")]
    [InlineData("/Bericht/Declaratie/DeclaratiePeriode", "8214")]
    public void D_A_finding_on_the_declaratie_grants_nothing_and_gives_no_prestaties_back(string pad, string code)
    {
        var antwoord = Maak(Bevinding(pad, code), Bevinding(Prestatie(1, 1), "9338"));

        Assert.Equal(("0200", code), (antwoord.Header.Codes(), antwoord.Inhoud!.Codes()));
        Assert.Equal(("8807 D", "0 D"), (Ingediend(antwoord), Toegekend(antwoord)));
        Assert.Null(antwoord.Inhoud!.Kind("Clienten"));
    }

    [Fact]
    public void E_Without_findings_all_is_granted()
    {
        var antwoord = Maak();

        Assert.Equal(("0200", "8001"), (antwoord.Header.Codes(), antwoord.Inhoud!.Codes()));
        Assert.Equal(("8807 D", "8807 D"), (Ingediend(antwoord), Toegekend(antwoord)));
        Assert.Null(antwoord.Inhoud!.Kind("Clienten"));
    }

    [Fact]
    public void F_Some_prestaties_refused_come_back_unchanged_with_their_client_and_the_rest_is_granted()
    {
        var antwoord = Maak(Bevinding($"{Prestatie(1, 2)}/ToewijzingNummer", "9338"), Bevinding(Prestatie(3, 1), "9340"), Bevinding(Prestatie(3, 1), "9341"));

        Assert.Equal(("0200", "0200"), (antwoord.Header.Codes(), antwoord.Inhoud!.Codes()));
        Assert.Equal(("8807 D", "6300 D"), (Ingediend(antwoord), Toegekend(antwoord)));
        Assert.Equal(["0200: 9338", "0200: 9340 9341"], Clienten(antwoord));
        Assert.Equal(HeenPrestatie(0, 1).Inhoud(), antwoord.Inhoud!.Zoek("Clienten/Client/Prestaties/Prestatie")!.Inhoud());
    }

    [Fact]
    public void F_A_refused_credit_raises_what_is_granted()
    {
        var antwoord = Maak(Bevinding(Prestatie(2, 1), "8017"));

        Assert.Equal(("8807 D", "12807 D"), (Ingediend(antwoord), Toegekend(antwoord)));
        Assert.Equal(["0200: 8017"], Clienten(antwoord));
    }

    [Fact]
    public void F_What_is_granted_is_credit_when_credits_exceed_debets()
    {
        var antwoord = Maak(Bevinding(Prestatie(1, 1), "9338"), Bevinding(Prestatie(1, 2), "9338"));

        Assert.Equal("3693 C", Toegekend(antwoord));
    }

    [Fact]
    public void G_A_refused_client_comes_back_with_all_its_prestaties_not_assessed()
    {
        var antwoord = Maak(Bevinding("/Bericht/Declaratie/Clienten/Client[2]/Bsn", "8187"), Bevinding(Prestatie(2, 2), "9338"));

        Assert.Equal(("8807 D", "12507 D"), (Ingediend(antwoord), Toegekend(antwoord)));
        Assert.Equal(["8187: 0233, 0233"], Clienten(antwoord));
    }

    [Fact]
    public void F_and_G_occur_together_on_different_clients()
    {
        var antwoord = Maak(Bevinding("/Bericht/Declaratie/Clienten/Client[1]", "8187"), Bevinding(Prestatie(2, 2), "9338"));

        Assert.Equal(["8187: 0233, 0233", "0200: 9338"], Clienten(antwoord));
        Assert.Equal("3993 C", Toegekend(antwoord));
    }

    [Fact]
    public void H_Everything_refused_one_by_one_grants_zero_debet()
    {
        var antwoord = Maak([.. new[] { (1, 1), (1, 2), (2, 1), (2, 2), (3, 1) }.Select(plaats => Bevinding(Prestatie(plaats.Item1, plaats.Item2), "9338"))]);

        Assert.Equal(("0200", "0200"), (antwoord.Header.Codes(), antwoord.Inhoud!.Codes()));
        Assert.Equal("0 D", Toegekend(antwoord));
        Assert.Equal(["0200: 9338, 9338", "0200: 9338, 9338", "0200: 9338"], Clienten(antwoord));
    }

    [Fact]
    public void A_declaratie_of_credits_alone_is_granted_as_credit()
    {
        var antwoord = Lees(Retourbouwer.Maak(Declaratie([-5], [-6]), [], Identificatie, Dagtekening));

        Assert.Equal(("11 C", "11 C"), (Ingediend(antwoord), Toegekend(antwoord)));
    }

    [Fact]
    public void The_total_is_given_back_as_it_was_received()
    {
        var heen = Declaratie([50]);
        heen.Inhoud!.Zoek("TotaalIngediendBedrag/TotaalBedrag")!.Waarde = "+0050";

        Assert.Equal("+0050 D", Ingediend(Lees(Retourbouwer.Maak(heen, [], Identificatie, Dagtekening))));
    }

    [Fact]
    public void The_header_has_an_identity_and_direction_of_its_own_and_links_to_the_JW323()
    {
        var kop = Maak().Header;

        Assert.Equal((Heen.Header.Lees("Ontvanger"), Heen.Header.Lees("Afzender")), (kop.Lees("Afzender"), kop.Lees("Ontvanger")));
        Assert.Equal((Identificatie, "2026-11-23"), (kop.Lees("BerichtIdentificatie/Identificatie"), kop.Lees("BerichtIdentificatie/Dagtekening")));
        Assert.Equal(Heen.Header.Lees("BerichtIdentificatie/Identificatie"), kop.Lees("DeclaratieIdentificatie/Identificatie"));
        Assert.Equal(Heen.Header.Lees("BerichtIdentificatie/Dagtekening"), kop.Lees("DeclaratieIdentificatie/Dagtekening"));
        Assert.Equal(Heen.Header.Lees("XsdVersie/BerichtXsdVersie"), kop.Lees("XsdVersieDeclaratie/BerichtXsdVersie"));
    }

    [Fact]
    public async Task A_stream_and_a_tree_give_the_same_bytes_in_every_shape()
    {
        Bevinding[][] gevallen =
        [
            [], [Bevinding("/Bericht/Header", "9056")], [Bevinding("/Bericht/Declaratie", "9333")], [Bevinding("/Bericht/Declaratie", "0001", niveau: 2)],
            [Bevinding(Prestatie(2, 2), "9338"), Bevinding(Prestatie(3, 1), "9338")],
            [Bevinding("/Bericht/Declaratie/Clienten/Client[2]", "8187"), Bevinding(Prestatie(1, 2), "9338")],
            [Bevinding("/Bericht/Declaratie/Clienten/Client[2]/Prestaties", "8187")],
        ];
        foreach (var bevindingen in gevallen)
        {
            using var stroom = new MemoryStream(Heen.Schrijf());
            var vanStroom = await Retourbouwer.MaakAsync(stroom, bevindingen, Identificatie, Dagtekening, TestContext.Current.CancellationToken);
            Assert.Equal(Retourbouwer.Maak(Heen, bevindingen, Identificatie, Dagtekening), vanStroom);
        }
    }

    [Fact]
    public void Of_a_large_declaratie_only_what_is_refused_is_kept_while_it_is_read()
    {
        var bytes = Berichtgenerator.Maak(Standaard.Zoek("JW323")!, 6, new GeneratorOpties { Clienten = 500, Producten = 4 });
        var bevindingen = new[] { Bevinding("/Bericht/Declaratie/Clienten/Client[499]/Prestaties/Prestatie[3]", "9338"), Bevinding("/Bericht/Declaratie/Clienten/Client[7]", "8187") };
        var lezer = new Boomlezer(keeps: new Declaratiesnoei(bevindingen).Keeps);
        lezer.Feed(bytes);

        var prestaties = lezer.Complete()!.Wortel.Alle().Where(knoop => knoop.Naam == "Prestatie").Select(prestatie => (prestatie.Ouder!.Ouder!.Index, prestatie.Index));

        Assert.Equal([(7, 1), (7, 2), (7, 3), (7, 4), (499, 3)], prestaties);
    }

    [Theory]
    [InlineData("/Bericht/Declaratie/Clienten/Client[4]", "8187")]
    [InlineData("/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[3]", "9338")]
    public async Task A_finding_on_what_is_not_there_is_a_mistake_of_the_caller(string pad, string code)
    {
        using var stroom = new MemoryStream(Heen.Schrijf());

        Assert.Throws<ArgumentException>(() => Maak(Bevinding(pad, code)));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Retourbouwer.MaakAsync(stroom, [Bevinding(pad, code)], Identificatie, Dagtekening, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Drawn_findings_on_drawn_declaraties_always_give_a_valid_JW325_with_the_right_total()
    {
        var totals = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var antwoord = Lees(Berichtgenerator.Maak(Standaard.Zoek("JW325")!, seed));
            if (antwoord.Inhoud is not { } inhoud || inhoud.Codes() is not ("0200" or "8001")) continue;
            var afgewezen = (inhoud.Kind("Clienten")?.Kinderen ?? [])
                .SelectMany(client => client.Kind("Prestaties")!.Kinderen)
                .Sum(prestatie => prestatie.Kind("IngediendBedrag")!.Bedrag("Bedrag"));
            Assert.Equal(inhoud.Kind("TotaalIngediendBedrag")!.Bedrag("TotaalBedrag") - afgewezen, inhoud.Kind("TotaalToegekendBedrag")!.Bedrag("TotaalBedrag"));
            totals++;
        }

        Assert.True(totals > 30, $"Only {totals} had a total.");
    }

    private static Berichtboom Maak(params Bevinding[] bevindingen) => Lees(Retourbouwer.Maak(Heen, bevindingen, Identificatie, Dagtekening));

    /// <summary>The path of a prestatie as findings write it; client 3 has only one.</summary>
    private static string Prestatie(int client, int prestatie) =>
        $"/Bericht/Declaratie/Clienten/Client[{client}]/Prestaties/Prestatie{(client == 3 ? "" : $"[{prestatie}]")}";

    private static Knoop HeenPrestatie(int client, int prestatie) => Heen.Inhoud!.Kind("Clienten")!.Kinderen[client].Kind("Prestaties")!.Kinderen[prestatie];

    private static IEnumerable<string> Clienten(Berichtboom antwoord) => antwoord.Inhoud!.Kind("Clienten")!.Kinderen
        .Select(client => $"{client.Codes()}: {string.Join(", ", client.Kind("Prestaties")!.Kinderen.Select(prestatie => prestatie.Codes()))}");

    private static string Ingediend(Berichtboom antwoord) => Totaal(antwoord, "TotaalIngediendBedrag");

    private static string Toegekend(Berichtboom antwoord) => Totaal(antwoord, "TotaalToegekendBedrag");

    private static string Totaal(Berichtboom antwoord, string naam) => $"{antwoord.Inhoud!.Lees($"{naam}/TotaalBedrag")} {antwoord.Inhoud!.Lees($"{naam}/DebetCredit")}";
}
