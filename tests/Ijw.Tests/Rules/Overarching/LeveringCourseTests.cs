using System.Globalization;
using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Leveringen;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>
/// What was reported of a levering before a start or stop (process.md 5): the order of berichten, and what is taken back.
/// </summary>
public class LeveringCourseTests
{
    private const string Start = "Client/StartProducten/StartProduct";
    private const string Stop = "Client/StopProducten/StopProduct";
    private const string Removal = "StatusAanlevering = 3";
    private static readonly DateTimeOffset Noon = new(2026, 2, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("b", 0, "a", 1, false)]
    [InlineData("a", 0, "b", 1, false)]
    [InlineData("a", 1, "b", 0, true)]
    [InlineData("b", 1, "a", 0, true)]
    [InlineData("a", 0, "b", 0, false)]
    [InlineData("b", 0, "a", 0, true)]
    public void What_came_in_last_counts_and_of_one_moment_the_names_of_the_berichten_decide(
        string reported,
        int reportedAt,
        string removed,
        int removedAt,
        bool isKnown
    )
    {
        var facts = new[]
        {
            Facts(removed, removedAt, "JW305", $"{Start}[2] -", $"{Start}/{Removal}"),
            Facts(reported, reportedAt, "JW305", $"{Start}[2] -"),
        };

        Assert.Equal(isKnown, StateOfStart(facts).IsKnown);
    }

    [Fact]
    public void Within_one_bericht_what_removes_comes_first_wherever_it_stands()
    {
        string[] again = [$"{Start}[2] -", $"{Start} +", $"{Start}[2]/{Removal}"];
        string[] before = [$"{Start}[2] -", $"{Start} +", $"{Start}[1]/{Removal}"];

        Assert.True(StateOfStart(Facts("a", 0, "JW305"), Facts("b", 1, "JW305", again)).IsKnown);
        Assert.True(StateOfStart(Facts("a", 0, "JW305"), Facts("b", 1, "JW305", before)).IsKnown);
    }

    [Fact]
    public void A_start_that_was_taken_back_is_not_the_last_and_not_open()
    {
        string[] later = [$"{Start}[2] -", $"{Start}/Begindatum = 2026-03-01"];
        var (first, second) = (Facts("a", 0, "JW305", $"{Start}[2] -"), Facts("b", 1, "JW305", later));
        var back = Facts("c", 2, "JW305", [.. later, $"{Start}/{Removal}"]);
        var gone = Facts("d", 3, "JW305", $"{Start}[2] -", $"{Start}/{Removal}");

        Assert.Equal((true, true), OpenAndLast(first));
        Assert.Equal((true, false), OpenAndLast(first, second));
        Assert.Equal((true, true), OpenAndLast(first, second, back));
        Assert.Equal((false, false), OpenAndLast(first, second, back, gone));
        Assert.Equal((false, false), OpenAndLast());
    }

    [Fact]
    public void A_stop_that_was_taken_back_leaves_the_end_of_those_before_it()
    {
        var start = Facts("a", 0, "JW305", $"{Start}[1] -");
        var temporary = Facts("b", 1, "JW307", $"{Stop}[1] -");
        string[] rules = [$"{Stop}[1] -", $"{Stop}/RedenBeeindiging = 31", $"{Stop}/Einddatum = 2026-06-30"];
        var definitive = Facts("c", 2, "JW307", rules);
        var back = Facts("d", 3, "JW307", [.. rules, $"{Stop}/{Removal}"]);
        var gone = Facts("e", 4, "JW307", $"{Stop}[1] -", $"{Stop}/{Removal}");

        Assert.Equal((0, 0, null, null, true), Stops(start));
        Assert.Equal((1, 0, Day("2026-06-15"), Day("2026-06-15"), false), Stops(start, temporary));
        Assert.Equal((1, 1, Day("2026-06-30"), Day("2026-06-30"), false), Stops(start, temporary, definitive));
        Assert.Equal((1, 0, Day("2026-06-15"), Day("2026-06-15"), false), Stops(start, temporary, definitive, back));
        Assert.Equal((0, 0, null, null, true), Stops(start, temporary, definitive, back, gone));
    }

    [Fact]
    public void The_same_stop_twice_is_one_and_a_stop_that_never_was_takes_nothing_away()
    {
        var start = Facts("a", 0, "JW305", $"{Start}[1] -");
        var stop = Facts("b", 1, "JW307", $"{Stop}[1] -");
        var again = Facts("c", 2, "JW307", $"{Stop}[1] -");
        var other = Facts("d", 3, "JW307", $"{Stop}[1] -", $"{Stop}/Einddatum = 2026-06-20", $"{Stop}/{Removal}");

        Assert.Equal((1, 0, Day("2026-06-15"), Day("2026-06-15"), false), Stops(start, stop, again, other));
    }

    [Fact]
    public void Of_counted_dates_the_latest_that_is_left_is_the_last()
    {
        var counter = new DateCounter();
        Assert.Null(counter.Last);
        foreach (
            var (day, count, last) in new[]
            {
                ("2026-06-15", 1, "2026-06-15"),
                ("2026-06-30", 1, "2026-06-30"),
                ("2026-06-30", 1, "2026-06-30"),
                ("2026-06-20", 1, "2026-06-30"),
                ("2026-06-30", -1, "2026-06-30"),
                ("2026-06-30", -1, "2026-06-20"),
                ("2026-06-15", -1, "2026-06-20"),
                ("2026-06-20", -1, null),
                ("2026-06-15", 1, "2026-06-15"),
            }
        )
        {
            counter.Tally(Day(day), count);
            Assert.Equal(last is null ? null : Day(last), counter.Last);
        }
    }

    private static (bool HasOpenStart, bool IsLastStart) OpenAndLast(params IReadOnlyList<Fact>[] facts)
    {
        var state = StateOfStart(facts);
        return (state.HasOpenStart, state.IsLastStart);
    }

    private static (int Temporary, int Definitive, DateOnly? End, DateOnly? LastEnd, bool HasOpenStart) Stops(
        params IReadOnlyList<Fact>[] facts
    )
    {
        var bericht = (Stopbericht)Read("JW307", $"{Stop}[1] -");
        var state = Assert.Single(LeveringCourse.Of(bericht, Dossier(facts)));
        return (state.Stops.Temporary, state.Stops.Definitive, state.Stops.End, state.LastEnd, state.HasOpenStart);
    }

    private static LeveringState StateOfStart(params IReadOnlyList<Fact>[] facts) =>
        Assert.Single(LeveringCourse.Of((Startbericht)Read("JW305", $"{Start}[2] -"), Dossier(facts)));

    private static Dossier Dossier(IReadOnlyList<Fact>[] facts)
    {
        var dossier = new Dossier("0503", "90000001");
        dossier.Add([], facts.SelectMany(one => one));
        return dossier;
    }

    private static IReadOnlyList<Fact> Facts(string berichtId, int minute, string kind, params string[] rules) =>
        BerichtFacts.Of(Read(kind, rules), Outcome.Accepted, berichtId, Noon.AddMinutes(minute));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Also what level 2 would refuse: the state is right whatever is asked.</summary>
    private static BerichtContent Read(string kind, params string[] rules)
    {
        var content = ContentReader.Read(
            RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules)),
            Ijw.Tests.Dossiers.Keys.Of
        );
        Assert.NotNull(content);
        return content;
    }
}
