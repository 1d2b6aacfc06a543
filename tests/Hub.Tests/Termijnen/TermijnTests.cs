using Hub.Termijnen;

namespace Hub.Tests.Termijnen;

public class TermijnTests
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Deadline = new(2026, 7, 23);

    [Theory]
    [InlineData("2026-07-23", TermijnState.Runs)]
    [InlineData("2026-07-24", TermijnState.Overdue)]
    public void The_last_day_is_in_time(string today, TermijnState state) =>
        Assert.Equal(state, Set().State(DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-07-23T21:59:59Z", TermijnState.OnTime)]
    [InlineData("2026-07-23T22:00:00Z", TermijnState.CameLate)]
    public void The_day_ends_at_midnight_in_the_Netherlands(string stopped, TermijnState state)
    {
        var termijn = Set().Stop(DateTimeOffset.Parse(stopped, System.Globalization.CultureInfo.InvariantCulture), "stop", lapses: false);

        Assert.Equal(state, termijn.State(Deadline.AddDays(100)));
    }

    [Fact]
    public void What_stopped_a_clock_before_it_was_set_stops_it()
    {
        var termijn = Empty().Stop(Moment, "stop", lapses: false).Set(Setting("heen"));

        Assert.False(termijn.Runs);
        Assert.Equal(("stop", TermijnState.OnTime), (termijn.StoppedBy, termijn.State(Deadline)));
    }

    [Fact]
    public void A_clock_that_runs_again_is_not_stopped_by_what_was_received_before()
    {
        var termijn = Set().Stop(Moment, "eerste", lapses: false).Reopen(Moment.AddHours(1));

        Assert.True(termijn.Runs);
        Assert.Same(termijn, termijn.Stop(Moment, "eerste", lapses: false));
        Assert.Equal("tweede", termijn.Stop(Moment.AddHours(2), "tweede", lapses: false).StoppedBy);
    }

    [Fact]
    public void What_was_stopped_since_does_not_run_again_and_what_lapsed_neither()
    {
        var stopped = Set().Stop(Moment.AddHours(1), "stop", lapses: false);
        var lapsed = Set().Stop(Moment, "retour", lapses: true);

        Assert.Same(stopped, stopped.Reopen(Moment));
        Assert.Same(lapsed, lapsed.Reopen(Moment.AddHours(1)));
    }

    [Fact]
    public void Setting_again_by_the_same_bericht_changes_nothing_and_by_another_only_when_it_had_stopped()
    {
        var termijn = Set();

        Assert.Same(termijn, termijn.Set(Setting("heen")));
        Assert.Same(termijn, termijn.Set(Setting("ander")));
        var again = (termijn.Stop(Moment, "retour", lapses: true) with { Reported = Moment }).Set(Setting("ander"));
        Assert.True(again.Runs);
        Assert.Null(again.Reported);
        Assert.Equal("ander", again.Setting!.SetBy);
    }

    [Fact]
    public void Only_a_later_decision_on_a_toewijzing_moves_the_day_of_its_stop()
    {
        var termijn = Empty().Set(Setting("een", TermijnKind.Stop, rank: "2"));
        var later = Setting("twee", TermijnKind.Stop, rank: "3") with { Deadline = Deadline.AddDays(9) };

        Assert.Same(termijn, termijn.Set(later with { Rank = "1" }));
        Assert.Equal(Deadline.AddDays(9), termijn.Set(later).Setting!.Deadline);
        var start = Empty().Set(Setting("een", TermijnKind.Start, rank: "2"));
        Assert.Same(start, start.Set(Setting("twee", TermijnKind.Start, rank: "3")));
    }

    [Theory]
    [InlineData(TermijnKind.Start)]
    [InlineData(TermijnKind.Stop)]
    public void A_later_or_equal_decision_sets_a_clock_again_whose_ground_was_taken_away(TermijnKind kind)
    {
        var lapsed = Empty().Set(Setting("een", kind, rank: "2")).Stop(Moment, "intrekking", lapses: true);

        foreach (var rank in (string[])["2", "3"])
        {
            var again = lapsed.Set(Setting("twee", kind, rank: rank));
            Assert.True(again.Runs);
            Assert.False(again.IsLapsed);
            Assert.Equal("twee", again.Setting!.SetBy);
        }

        Assert.Same(lapsed, lapsed.Set(Setting("twee", kind, rank: "1")));
    }

    [Fact]
    public void The_same_last_day_once_more_changes_nothing_and_another_leaves_a_stopped_clock_stopped()
    {
        var stopped = Empty().Set(Setting("een", TermijnKind.Stop, rank: "2")).Stop(Moment, "stop", lapses: false);

        Assert.Same(stopped, stopped.Set(Setting("twee", TermijnKind.Stop, rank: "3")));
        Assert.Equal("stop", stopped.Set(Setting("twee", TermijnKind.Stop, rank: "3") with { Deadline = Deadline.AddDays(1) }).StoppedBy);
    }

    [Fact]
    public void Every_kind_of_term_is_told_in_plain_words_with_its_day_and_who_must_act()
    {
        foreach (var kind in Enum.GetValues<TermijnKind>())
        {
            var setting = Setting("heen", kind);

            var toYou = TermijnText.Of(setting, "U");
            Assert.Contains("uiterlijk 23 juli 2026", toYou, StringComparison.Ordinal);
            Assert.EndsWith(kind.IsCertain() ? ". U moet het nog sturen." : ", en moet u het nog sturen.", toYou, StringComparison.Ordinal);
            Assert.Contains("Delft", TermijnText.Of(setting, "Delft"), StringComparison.Ordinal);
            Assert.NotEmpty(kind.Name());
        }
    }

    private static Termijn Empty() => new() { Pair = new Pair("0503", "90000001"), Key = "x" };

    private static Termijn Set() => Empty().Set(Setting("heen"));

    private static TermijnSetting Setting(string by, TermijnKind kind = TermijnKind.Retour, string rank = "") =>
        new()
        {
            Kind = kind,
            BerichtId = "0503-00112233445566778899aabbccddeeff",
            Berichtsoort = "JW301",
            Identificatie = "T1",
            OnTurn = "90000001",
            Deadline = Deadline,
            SetBy = by,
            Rank = rank,
        };
}
