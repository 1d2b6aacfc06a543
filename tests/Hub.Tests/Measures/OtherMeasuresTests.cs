using Hub.Measures;
using Hub.Termijnen;
using Hub.Zaken;
using static Hub.Tests.Zaken.Attempts;

namespace Hub.Tests.Measures;

/// <summary>M3, M7 and M10, how figures are rounded, and which month is shown.</summary>
public class OtherMeasuresTests
{
    [Theory]
    [InlineData(1, 3, 333)]
    [InlineData(2, 3, 667)]
    [InlineData(1, 2000, 1)]
    [InlineData(1, 2001, 0)]
    [InlineData(0, 5, 0)]
    [InlineData(5, 5, 1000)]
    public void A_percentage_is_rounded_half_up_at_one_decimal(long part, long whole, long expected) =>
        Assert.Equal(expected, new Share(part, whole).TenthsOfPercent);

    [Fact]
    public void A_quarter_adds_the_parts_and_never_the_percentages() =>
        Assert.Equal(new Share(11, 22), new Share(1, 2) + new Share(10, 20));

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 3 }, 3.0)]
    [InlineData(new[] { 9, 1, 2 }, 2.0)]
    [InlineData(new[] { 4, 1, 2, 9 }, 3.0)]
    [InlineData(new[] { 2, 1 }, 1.5)]
    public void The_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle(int[] days, double? expected) =>
        Assert.Equal((decimal?)expected, Median.Of(days));

    [Theory]
    [InlineData("15-5", 20, "2026-05-01", "2026-05-31")]
    [InlineData("15-5", 19, "2026-04-01", "2026-06-30")]
    [InlineData("1-12", 0, "2026-10-01", "2026-12-31")]
    public void A_small_sender_is_shown_by_the_quarter(string day, int zaken, string first, string last) =>
        Assert.Equal(($"{first}", $"{last}"), Text(MonthOf.Shown(Day(day), zaken)));

    [Fact]
    public void A_term_counts_when_it_ended_and_was_not_taken_away()
    {
        var today = Day("20-3");
        Termijn[] clocks =
        [
            Clock("10-3") with
            {
                Stopped = Noon("10-3"),
            },
            Clock("10-3") with
            {
                Stopped = Noon("11-3"),
            },
            Clock("10-3"),
            Clock("20-3"),
            Clock("10-3") with
            {
                Stopped = Noon("9-3"),
                IsLapsed = true,
            },
            Clock("10-3", "90000001") with
            {
                Stopped = Noon("9-3"),
            },
            new Termijn
            {
                Pair = new Pair("0503", "90000001"),
                Key = "x",
                Stopped = Noon("9-3"),
            },
        ];

        Assert.Equal(
            [
                new TermijnShare(TermijnKind.Retour, "0503", new Share(1, 3)),
                new TermijnShare(TermijnKind.Retour, "90000001", new Share(1, 1)),
            ],
            Timeliness.Of(clocks, today)
        );
    }

    [Fact]
    public void Checks_that_reject_count_per_code()
    {
        ControlFinding[] controls = [new(["CS337", "TR101"], null, Noon("1-3")), new(["CS337"], null, Noon("1-3"))];

        Assert.Equal([new CodeCount("CS337", new Share(2, 2)), new CodeCount("TR101", new Share(1, 2))], Prevention.PerCode(controls));
    }

    [Theory]
    [InlineData("1-3", Verdict.Accepted, 1)]
    [InlineData("31-3", Verdict.Accepted, 1)]
    [InlineData("1-4", Verdict.Accepted, 0)]
    [InlineData("2-3", Verdict.Refused, 0)]
    [InlineData("2-3", Verdict.Open, 0)]
    [InlineData("28-2", Verdict.Accepted, 0)]
    public void A_refusal_is_prevented_when_what_was_rejected_is_accepted_within_thirty_days(string sent, Verdict verdict, int expected)
    {
        ControlFinding[] controls = [new(["CS337"], "k", Noon("1-3")), new(["CS337"], "k", Noon("1-3")), new(["CS337"], null, Noon("1-3"))];
        // Only what was sent first tells.
        TrackedBericht[] berichten =
        [
            new("k", Noon("30-12"), Verdict.Accepted),
            new("k", Noon(sent), verdict),
            new("other", Noon("2-3"), Verdict.Accepted),
        ];

        Assert.Equal(new Share(expected, 1), Prevention.Prevented(controls, berichten));
    }

    [Fact]
    public void After_refusals_the_first_bericht_only_is_work_by_hand()
    {
        DateTimeOffset[] refusals = [Noon("1-3"), Noon("2-3"), Noon("5-3"), Noon("9-3")];
        DateTimeOffset[] berichten = [Noon("28-2"), Noon("2-3"), Noon("3-3"), Noon("6-3")];

        Assert.Equal(2, HandWork.AfterRefusal(refusals, berichten));
        Assert.Equal(5000, HandWork.Of([Intervention.Repetition, Intervention.AfterRefusal], 4).TenthsPerThousand);
    }

    private static (string, string) Text((DateOnly First, DateOnly Last) days) =>
        (days.First.ToString("O", null), days.Last.ToString("O", null));

    private static Termijn Clock(string deadline, string onTurn = "0503") =>
        new()
        {
            Pair = new Pair("0503", "90000001"),
            Key = "antwoord",
            Setting = new TermijnSetting
            {
                Kind = TermijnKind.Retour,
                BerichtId = "0503-1",
                Berichtsoort = "JW305",
                Identificatie = "T1",
                OnTurn = onTurn,
                Deadline = Day(deadline),
                SetBy = "0503-1",
            },
        };
}
