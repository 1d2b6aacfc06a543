using Hub.Functions.Tests.Gedeeld;
using Hub.Termijnen;
using Hub.Tests.Gedeeld;
using Ijw.Inhoud;

namespace Hub.Tests.Termijnen;

/// <summary>The terms of process.md 2: how many days, from when, and whose turn it is.</summary>
public class KlokwerkTests
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";

    // A Monday, with no public holiday in sight.
    private static readonly DateOnly Dag = new(2026, 7, 20);
    private static readonly Werkdagen Werkdagen = new([]);
    private static readonly Ketenberichten Keten = new(Gemeente, Aanbieder, identificatie: () => "T1");

    [Theory]
    [InlineData("JW301", Gemeente, Kloksoort.Retour, "2026-07-23", Aanbieder)]
    [InlineData("JW305", Aanbieder, Kloksoort.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW307", Aanbieder, Kloksoort.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW315", Aanbieder, Kloksoort.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW317", Aanbieder, Kloksoort.Retour, "2026-07-23", Gemeente)]
    [InlineData("JW319", Gemeente, Kloksoort.Retour, "2026-07-23", Aanbieder)]
    [InlineData("JW323", Aanbieder, Kloksoort.Declaratieantwoord, "2026-08-03", Gemeente)]
    public void An_answer_is_due_after_3_werkdagen_and_on_a_declaratie_after_10(string soort, string afzender, Kloksoort kloksoort, string uiterlijk, string aanZet)
    {
        var bericht = Inhouden.Status(Koppen.Kop(soort, afzender, afzender == Gemeente ? Aanbieder : Gemeente), Dag);

        var (sleutel, zetting) = Assert.Single(Klokwerk.Van(bericht, null, Werkdagen).Zet);

        Assert.Equal(Kloksleutel.Antwoord(soort, afzender, "T1"), sleutel);
        Assert.Equal((kloksoort, Datum(uiterlijk), aanZet), (zetting.Soort, zetting.Uiterlijk, zetting.AanZet));
        Assert.Equal((bericht.BerichtId, bericht.BerichtId, soort, "T1", ""), (zetting.BerichtId, zetting.GezetDoor, zetting.Berichtsoort, zetting.Identificatie, zetting.Rang));
        Assert.Null(zetting.Pad);
    }

    [Theory]
    [InlineData("JW302")]
    [InlineData("JW325")]
    public void On_an_answer_nothing_is_due(string soort) =>
        Assert.Empty(Klokwerk.Van(Inhouden.Status(Koppen.Kop(soort, Gemeente, Aanbieder), Dag), null, Werkdagen).Zet);

    [Fact]
    public void Each_request_of_a_JW315_is_answered_within_5_werkdagen()
    {
        var werk = Van<VerzoekOmToewijzing>(Keten.VerzoekOmToewijzing(Dag, "R1", "R2"));

        var verzoeken = werk.Zet.Where(wat => wat.Zetting.Soort == Kloksoort.VerzoekOmToewijzing).ToList();
        Assert.Equal(3, werk.Zet.Count);
        Assert.Equal([Kloksleutel.Verzoek("R1"), Kloksleutel.Verzoek("R2")], verzoeken.Select(wat => wat.Sleutel));
        Assert.All(verzoeken, wat => Assert.Equal((Datum("2026-07-27"), Gemeente), (wat.Zetting.Uiterlijk, wat.Zetting.AanZet)));
        Assert.EndsWith("AangevraagdProduct[2]", verzoeken[1].Zetting.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public void The_request_of_a_JW317_is_answered_within_5_werkdagen()
    {
        var werk = Van<VerzoekOmWijziging>(Keten.VerzoekOmWijziging(Dag, "R1"));

        Assert.Equal(2, werk.Zet.Count);
        var (sleutel, zetting) = Assert.Single(werk.Zet, wat => wat.Zetting.Soort == Kloksoort.VerzoekOmWijziging);
        Assert.Equal((Kloksleutel.Verzoek("R1"), Datum("2026-07-27"), null), (sleutel, zetting.Uiterlijk, zetting.Pad));
    }

    [Fact]
    public void A_toewijzing_is_the_final_answer_to_the_request_that_it_names()
    {
        var werk = Van<Toewijzingsbericht>(Keten.Toewijzing(Dag, 1, Dag, null, "R1"));

        AssertFinal(werk, "R1");
        Assert.Single(werk.Zet);
        Assert.Empty(Van<Toewijzingsbericht>(Keten.Toewijzing(Dag, 1, Dag, null)).Stopt);
    }

    [Fact]
    public void A_refusal_is_a_final_answer_and_in_onderzoek_only_stops_the_clock_on_the_request()
    {
        AssertFinal(Van<Antwoordbericht>(Keten.Antwoord(Dag, "R1", inOnderzoek: false)), "R1");
        var werk = Van<Antwoordbericht>(Keten.Antwoord(Dag, "R1", inOnderzoek: true));
        Assert.Equal([Kloksleutel.Verzoek("R1")], werk.Stopt);
        Assert.Empty(werk.StoptAlsGezet);
        Assert.Equal(Kloksoort.Retour, Assert.Single(werk.Zet).Zetting.Soort);
    }

    [Theory]
    [InlineData(Kloksoort.VerzoekOmToewijzing, true)]
    [InlineData(Kloksoort.VerzoekOmWijziging, false)]
    public void An_investigation_takes_8_weeks_and_the_woonplaatsbeginsel_of_a_JW315_14_days(Kloksoort soort, bool metWoonplaats)
    {
        var verzoek = Inhouden.Status(Koppen.Kop("JW315", Aanbieder, Gemeente) with { Dagtekening = new DateOnly(2026, 7, 17) }, Dag);
        var antwoord = Inhouden.Status(Koppen.Kop("JW319", Gemeente, Aanbieder), Dag) with { BerichtId = "antwoord" };
        var zetting = new Klokzetting
        {
            Soort = soort,
            BerichtId = verzoek.BerichtId,
            Berichtsoort = "JW315",
            Identificatie = "T1",
            AanZet = Gemeente,
            Uiterlijk = Dag,
            GezetDoor = verzoek.BerichtId,
        };

        var zet = Klokwerk.VanOnderzoek(verzoek, zetting, antwoord, "R1").Zet;

        (string, Klokzetting)[] verwacht =
        [
            (Kloksleutel.Onderzoek("R1"), zetting with { Soort = Kloksoort.Onderzoek, Uiterlijk = new DateOnly(2026, 9, 11), GezetDoor = "antwoord" }),
            (Kloksleutel.Woonplaats("R1"), zetting with { Soort = Kloksoort.Woonplaatsbeginsel, Uiterlijk = new DateOnly(2026, 8, 3), GezetDoor = "antwoord" }),
        ];
        Assert.Equal(metWoonplaats ? verwacht : verwacht[..1], zet);
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-27")] // began before it was received: from the receipt
    [InlineData("2026-07-20", "2026-07-27")]
    [InlineData("2026-08-03", "2026-08-10")]
    [InlineData("9999-12-25", "9999-12-31")] // there is no later day
    public void A_start_is_due_5_werkdagen_after_the_first_day_or_the_receipt(string ingang, string uiterlijk)
    {
        var (sleutel, zetting) = Assert.Single(VanToewijzing(Keten.Toewijzing(Dag, 7, Datum(ingang), null)).Zet);

        Assert.Equal((Kloksleutel.Start(7), Kloksoort.Start, Datum(uiterlijk), Aanbieder), (sleutel, zetting.Soort, zetting.Uiterlijk, zetting.AanZet));
        Assert.EndsWith("/ToegewezenProduct", zetting.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_due_5_werkdagen_after_the_last_day_and_an_open_toewijzing_takes_that_away()
    {
        var begrensd = VanToewijzing(Keten.Toewijzing(Dag, 7, Dag, new DateOnly(2026, 12, 31), tijd: new TimeOnly(9, 30)));
        var open = VanToewijzing(Keten.Toewijzing(Dag, 7, Dag, null, tijd: new TimeOnly(9, 30)));

        var rang = "20260720" + new TimeSpan(9, 30, 0).Ticks.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);
        var (sleutel, zetting) = begrensd.Zet[1];
        Assert.Equal((Kloksleutel.Stop(7), Kloksoort.Stop, new DateOnly(2027, 1, 8), rang), (sleutel, zetting.Soort, zetting.Uiterlijk, zetting.Rang));
        Assert.Empty(begrensd.Vervalt);
        Assert.Equal([(Kloksleutel.Stop(7), rang)], open.Vervalt);
        Assert.Single(open.Zet);
    }

    [Fact]
    public void What_is_taken_back_is_due_no_more()
    {
        var werk = VanToewijzing(Keten.Toewijzing(Dag, 7, Dag, Dag, reden: "13"));

        Assert.Empty(werk.Zet);
        Assert.Equal([Kloksleutel.Start(7), Kloksleutel.Stop(7)], werk.Vervalt.Select(wat => wat.Sleutel));
    }

    [Fact]
    public void A_start_stops_the_clock_of_the_start_and_lets_that_of_the_stop_run_again()
    {
        var werk = Van<Startbericht>(Keten.Start(Dag, new Startregel(1, Dag), new Startregel(1, Dag.AddDays(-1)), new Startregel(null, Dag)));

        Assert.Equal([Kloksleutel.Start(1)], werk.Stopt);
        Assert.Equal([Kloksleutel.Stop(1)], werk.Heropent);
        Assert.Single(werk.Zet);
    }

    [Fact]
    public void A_start_that_is_taken_back_is_due_again_unless_another_stands_beside_it()
    {
        var werk = Van<Startbericht>(Keten.Start(Dag, new Startregel(1, Dag, Verwijdering: true), new Startregel(2, Dag, Verwijdering: true), new Startregel(2, Dag.AddDays(-1))));

        Assert.Equal([Kloksleutel.Start(2)], werk.Stopt);
        Assert.Equal([Kloksleutel.Start(1), Kloksleutel.Stop(2)], werk.Heropent);
    }

    [Fact]
    public void Only_a_final_stop_stops_its_clock_and_one_that_is_taken_back_is_due_again()
    {
        var werk = Van<Stopbericht>(Keten.Stop(
            Dag, new Stopregel(1, Dag, Dag), new Stopregel(2, Dag, Dag, Tijdelijk: true), new Stopregel(3, Dag, Dag, Verwijdering: true), new Stopregel(null, Dag, Dag),
            new Stopregel(4, Dag, Dag, Verwijdering: true), new Stopregel(4, Dag.AddDays(-1), Dag)));

        Assert.Equal([Kloksleutel.Stop(1), Kloksleutel.Stop(4)], werk.Stopt);
        Assert.Equal([Kloksleutel.Stop(3)], werk.Heropent);
        Assert.Single(werk.Zet);
    }

    [Fact]
    public void An_answer_stops_the_clock_on_what_it_answers()
    {
        var retour = Inhouden.Retour([]);
        var declaratie = Inhouden.Declaratieantwoord([]);

        Assert.Equal([Kloksleutel.Antwoord("JW301", Gemeente, "T1")], Klokwerk.Van(Inhouden.Status(retour.Kop, Dag), retour, Werkdagen).Stopt);
        Assert.Equal([Kloksleutel.Antwoord("JW323", Aanbieder, "D1")], Klokwerk.Van(Inhouden.Status(declaratie.Kop, Dag), declaratie, Werkdagen).Stopt);
    }

    [Fact]
    public void Once_answered_only_the_clock_on_its_answer_goes()
    {
        var inhoud = Inhouden.Lees<VerzoekOmWijziging>(Keten.VerzoekOmWijziging(Dag, "R1"));
        var bericht = Inhouden.Status(inhoud.Kop, Dag);

        var werk = Klokwerk.Van(bericht, inhoud, Werkdagen).ZonderAntwoordOp(bericht);

        Assert.Equal([Kloksleutel.Verzoek("R1")], werk.Zet.Select(wat => wat.Sleutel));
    }

    [Fact]
    public void Of_a_bericht_with_very_many_products_the_first_hundred_are_timed()
    {
        var starts = Enumerable.Range(1, Klokwerk.MaxProducten + 1).Select(nummer => new Startregel(nummer, Dag)).ToArray();
        var stops = Enumerable.Range(1, Klokwerk.MaxProducten + 1).Select(nummer => new Stopregel(nummer, Dag, Dag)).ToArray();

        Assert.Equal(100, Van<Startbericht>(Keten.Start(Dag, starts)).Stopt.Count);
        Assert.Equal(100, Van<Stopbericht>(Keten.Stop(Dag, stops)).Stopt.Count);
    }

    private static void AssertFinal(Klokwerk werk, string referentie)
    {
        Assert.Equal([Kloksleutel.Verzoek(referentie)], werk.Stopt);
        Assert.Equal([Kloksleutel.Onderzoek(referentie), Kloksleutel.Woonplaats(referentie)], werk.StoptAlsGezet);
    }

    private static Klokwerk Van<T>(string xml)
        where T : Berichtinhoud
    {
        var inhoud = Inhouden.Lees<T>(xml);
        return Klokwerk.Van(Inhouden.Status(inhoud.Kop, Dag), inhoud, Werkdagen);
    }

    private static Klokwerk VanToewijzing(string xml)
    {
        var inhoud = Inhouden.Lees<Toewijzingsbericht>(xml);
        return Klokwerk.VanToewijzing(Inhouden.Status(inhoud.Kop, Dag), inhoud, Werkdagen);
    }

    private static DateOnly Datum(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
