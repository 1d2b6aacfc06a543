using Hub.Termijnen;

namespace Hub.Tests.Termijnen;

public class KlokTests
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Uiterlijk = new(2026, 7, 23);

    [Theory]
    [InlineData("2026-07-23", Klokstand.Loopt)]
    [InlineData("2026-07-24", Klokstand.TeLaat)]
    public void The_last_day_is_in_time(string vandaag, Klokstand stand) =>
        Assert.Equal(stand, Gezet().Stand(DateOnly.ParseExact(vandaag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-07-23T21:59:59Z", Klokstand.OpTijd)]
    [InlineData("2026-07-23T22:00:00Z", Klokstand.TeLaatGekomen)]
    public void The_day_ends_at_midnight_in_the_Netherlands(string gestopt, Klokstand stand)
    {
        var klok = Gezet().Stop(DateTimeOffset.Parse(gestopt, System.Globalization.CultureInfo.InvariantCulture), "stop", vervalt: false);

        Assert.Equal(stand, klok.Stand(Uiterlijk.AddDays(100)));
    }

    [Fact]
    public void What_stopped_a_clock_before_it_was_set_stops_it()
    {
        var klok = Leeg().Stop(Moment, "stop", vervalt: false).Zet(Zetting("heen"));

        Assert.False(klok.Loopt);
        Assert.Equal(("stop", Klokstand.OpTijd), (klok.GestoptDoor, klok.Stand(Uiterlijk)));
    }

    [Fact]
    public void A_clock_that_runs_again_is_not_stopped_by_what_was_received_before()
    {
        var klok = Gezet().Stop(Moment, "eerste", vervalt: false).Heropen(Moment.AddHours(1));

        Assert.True(klok.Loopt);
        Assert.Same(klok, klok.Stop(Moment, "eerste", vervalt: false));
        Assert.Equal("tweede", klok.Stop(Moment.AddHours(2), "tweede", vervalt: false).GestoptDoor);
    }

    [Fact]
    public void What_was_stopped_since_does_not_run_again_and_what_lapsed_neither()
    {
        var gestopt = Gezet().Stop(Moment.AddHours(1), "stop", vervalt: false);
        var vervallen = Gezet().Stop(Moment, "retour", vervalt: true);

        Assert.Same(gestopt, gestopt.Heropen(Moment));
        Assert.Same(vervallen, vervallen.Heropen(Moment.AddHours(1)));
    }

    [Fact]
    public void Setting_again_by_the_same_bericht_changes_nothing_and_by_another_only_when_it_had_stopped()
    {
        var klok = Gezet();

        Assert.Same(klok, klok.Zet(Zetting("heen")));
        Assert.Same(klok, klok.Zet(Zetting("ander")));
        var opnieuw = (klok.Stop(Moment, "retour", vervalt: true) with { Gemeld = Moment }).Zet(Zetting("ander"));
        Assert.True(opnieuw.Loopt);
        Assert.Null(opnieuw.Gemeld);
        Assert.Equal("ander", opnieuw.Zetting!.GezetDoor);
    }

    [Fact]
    public void Only_a_later_decision_on_a_toewijzing_moves_the_day_of_its_stop()
    {
        var klok = Leeg().Zet(Zetting("een", Kloksoort.Stop, rang: "2"));
        var later = Zetting("twee", Kloksoort.Stop, rang: "3") with { Uiterlijk = Uiterlijk.AddDays(9) };

        Assert.Same(klok, klok.Zet(later with { Rang = "1" }));
        Assert.Equal(Uiterlijk.AddDays(9), klok.Zet(later).Zetting!.Uiterlijk);
        var start = Leeg().Zet(Zetting("een", Kloksoort.Start, rang: "2"));
        Assert.Same(start, start.Zet(Zetting("twee", Kloksoort.Start, rang: "3")));
    }

    [Theory]
    [InlineData(Kloksoort.Start)]
    [InlineData(Kloksoort.Stop)]
    public void A_later_or_equal_decision_sets_a_clock_again_whose_ground_was_taken_away(Kloksoort soort)
    {
        var lapsed = Leeg().Zet(Zetting("een", soort, rang: "2")).Stop(Moment, "intrekking", vervalt: true);

        foreach (var rank in (string[])["2", "3"])
        {
            var again = lapsed.Zet(Zetting("twee", soort, rang: rank));
            Assert.True(again.Loopt);
            Assert.False(again.IsVervallen);
            Assert.Equal("twee", again.Zetting!.GezetDoor);
        }

        Assert.Same(lapsed, lapsed.Zet(Zetting("twee", soort, rang: "1")));
    }

    [Fact]
    public void The_same_last_day_once_more_changes_nothing_and_another_leaves_a_stopped_clock_stopped()
    {
        var stopped = Leeg().Zet(Zetting("een", Kloksoort.Stop, rang: "2")).Stop(Moment, "stop", vervalt: false);

        Assert.Same(stopped, stopped.Zet(Zetting("twee", Kloksoort.Stop, rang: "3")));
        Assert.Equal("stop", stopped.Zet(Zetting("twee", Kloksoort.Stop, rang: "3") with { Uiterlijk = Uiterlijk.AddDays(1) }).GestoptDoor);
    }

    [Fact]
    public void Every_kind_of_term_is_told_in_plain_words_with_its_day_and_who_must_act()
    {
        foreach (var soort in Enum.GetValues<Kloksoort>())
        {
            var zetting = Zetting("heen", soort);

            var aanU = Termijntekst.Van(zetting, "U");
            Assert.Contains("uiterlijk 23 juli 2026", aanU, StringComparison.Ordinal);
            Assert.EndsWith(soort.IsZeker() ? ". U moet het nog sturen." : ", en moet u het nog sturen.", aanU, StringComparison.Ordinal);
            Assert.Contains("Delft", Termijntekst.Van(zetting, "Delft"), StringComparison.Ordinal);
            Assert.NotEmpty(soort.Naam());
        }
    }

    private static Klok Leeg() => new() { Paar = new Paar("0503", "90000001"), Sleutel = "x" };

    private static Klok Gezet() => Leeg().Zet(Zetting("heen"));

    private static Klokzetting Zetting(string door, Kloksoort soort = Kloksoort.Retour, string rang = "") => new()
    {
        Soort = soort,
        BerichtId = "0503-00112233445566778899aabbccddeeff",
        Berichtsoort = "JW301",
        Identificatie = "T1",
        AanZet = "90000001",
        Uiterlijk = Uiterlijk,
        GezetDoor = door,
        Rang = rang,
    };
}
