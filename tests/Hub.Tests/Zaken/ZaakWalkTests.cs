using Hub.Zaken;
using static Hub.Tests.Zaken.Attempts;

namespace Hub.Tests.Zaken;

/// <summary>What is one zaak: none or more refusals, and the acceptance that closes it.</summary>
public class ZaakWalkTests
{
    public static TheoryData<string, string> Walks =>
        new()
        {
            // Received day:verdict, in any order; the zaken that come of it.
            { "", "" },
            { "1a", "1a" },
            { "1r", "1r" },
            { "1o", "1o" },
            { "1a 2a", "1a | 2a" },
            { "1r 2a", "1r 2a" },
            { "1r 2r 3a 4r", "1r 2r 3a | 4r" },
            { "3a 1r 2r", "1r 2r 3a" },
            { "1o 2r 3a", "1o 2r 3a" },
            { "1r 2o 3a 4o", "1r 2o 3a | 4o" },
            { "1a 2o", "1a | 2o" },
        };

    [Theory]
    [MemberData(nameof(Walks))]
    public void Refusals_leave_a_zaak_open_and_an_acceptance_closes_it(string attempts, string expected) =>
        Assert.Equal(
            expected,
            string.Join(" | ", ZaakWalk.Of(Read(attempts)).Select(zaak => string.Join(' ', zaak.Attempts.Select(Write))))
        );

    [Theory]
    [InlineData("1r", "1r")]
    [InlineData("1r 2r", "1r 2r")]
    [InlineData("1r 2r 3a", "")]
    [InlineData("1a 2r", "2r")]
    [InlineData("1r 2o", "1r")]
    [InlineData("1r 2a 3o", "")]
    public void To_repair_is_what_was_refused_and_nobody_got_through_since(string attempts, string expected) =>
        Assert.Equal(expected, string.Join(' ', ZaakWalk.ToRepair(Read(attempts)).Select(Write)));

    /// <summary>Sixty days after the last refusal it is given up, unless it was tried again in time.</summary>
    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_zaak_is_given_up_on_the_sixty_first_day(int days, bool expected)
    {
        var zaak = new Zaak([Refused("1-3", "9019"), Refused("5-3", "9019", answered: "9-3")]);

        Assert.Equal(expected, zaak.IsAbandoned(Day("9-3").AddDays(days)));
        Assert.False(zaak.IsFirstTimeRight);
    }

    [Theory]
    [InlineData("8-5", 60)]
    [InlineData("9-5", null)]
    public void What_is_accepted_after_it_was_given_up_is_no_repair(string received, int? expected)
    {
        var zaak = new Zaak([Refused("1-3", "9019", answered: "9-3"), Accepted(received)]);

        Assert.Equal(expected, zaak.RepairDays);
        Assert.Equal(expected is null, zaak.IsAbandoned(Day("9-5")));
    }

    [Fact]
    public void What_waits_for_its_answer_is_not_given_up() =>
        Assert.False(new Zaak([Refused("1-3", "9019"), Open("20-4")]).IsAbandoned(Day("31-12")));

    [Fact]
    public void A_zaak_that_was_never_refused_is_not_repaired_and_not_given_up()
    {
        Assert.Null(new Zaak([Accepted("1-3")]).RepairDays);
        Assert.False(new Zaak([Accepted("1-3")]).IsAbandoned(Day("31-12")));
        Assert.False(new Zaak([Open("1-3")]).IsAbandoned(Day("31-12")));
    }

    [Fact]
    public void Days_are_those_in_the_netherlands()
    {
        // 23:30 on 9 March in UTC is 10 March in the Netherlands.
        var late = Accepted("9-3") with
        {
            Received = new DateTimeOffset(2026, 3, 9, 23, 30, 0, TimeSpan.Zero),
        };

        Assert.Equal(7, new Zaak([Refused("3-3", "9019"), late]).RepairDays);
    }

    private static IEnumerable<Attempt> Read(string attempts) =>
        attempts
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(attempt =>
            {
                var day = $"{attempt[..^1]}-3";
                return attempt[^1] switch
                {
                    'a' => Accepted(day),
                    'r' => Refused(day, "9019"),
                    _ => Open(day),
                };
            });

    private static string Write(Attempt attempt) =>
        $"{attempt.Received.Day}{attempt.Verdict switch { Verdict.Accepted => 'a', Verdict.Refused => 'r', _ => 'o' }}";
}
