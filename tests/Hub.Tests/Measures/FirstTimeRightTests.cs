using Hub.Measures;
using Hub.Tests.Zaken;
using Hub.Zaken;
using Ijw.Dossiers.Facts;
using static Hub.Tests.Zaken.Attempts;

namespace Hub.Tests.Measures;

/// <summary>M1, M2, M4, M5 and M6, on the acceptance examples of region.md section 6 and on what lies at their edges.</summary>
public class FirstTimeRightTests
{
    /// <summary>
    /// A30: zaak 1 refused with 9019 on 3 March and accepted on 6 March, zaak 2 accepted, zaak 3 refused twice with 9326 and open, zaak 4
    /// not answered.
    /// </summary>
    [Fact]
    public void A30_first_time_right()
    {
        MeasuredZaak[] zaken =
        [
            Start(Refused("3-3", "9019"), Accepted("6-3")),
            Start(Accepted("4-3")),
            Start(Refused("10-3", "9326"), Refused("12-3", "9326")),
            Start(Open("20-3")),
        ];

        Assert.Equal(new Share(1, 3), FirstTimeRight.Berichten(zaken));
        Assert.Equal(333, FirstTimeRight.Berichten(zaken).TenthsOfPercent);
        Assert.Equal(3, FirstTimeRight.Refusals(zaken.Select(zaak => zaak.Zaak)).Part);
        Assert.Equal(3m, FirstTimeRight.RepairDays(zaken.Select(zaak => zaak.Zaak)));
        Assert.Equal(
            [("9326", 2L), ("9019", 1L)],
            FirstTimeRight.RefusalsPerCode(zaken.Select(zaak => zaak.Zaak)).Select(code => (code.Code, code.Count.Part))
        );
        // Five tries were answered.
        Assert.Equal(4000, FirstTimeRight.RefusalsPerCode(zaken.Select(zaak => zaak.Zaak))[0].Count.TenthsPerThousand);
    }

    /// <summary>A02: line b refused on 10 February, its place granted by a debet of 4 March.</summary>
    [Fact]
    public void A02_repair_of_a_line()
    {
        var lines = Measured(
            Lines.Debet("A", "3-2", "a1", 85000, PrestatieOutcome.Granted, "10-2"),
            Lines.Debet("A", "3-2", "a2", 34000, PrestatieOutcome.Refused, "10-2", "9321", toewijzing: 2),
            Lines.Debet("B", "4-3", "b1", 25500, PrestatieOutcome.Granted, "9-3", toewijzing: 2)
        );

        Assert.Equal((2, new Share(1, 2)), (lines.Count, FirstTimeRight.Lines(lines)));
        Assert.Equal(500, FirstTimeRight.Lines(lines).TenthsOfPercent);
        Assert.Equal(new Share(85000, 119000), FirstTimeRight.LineAmounts(lines));
        Assert.Equal(22m, FirstTimeRight.RepairDays(lines.Select(line => line.Zaak.Zaak)));
        Assert.Equal(new Share(1, 1), FirstTimeRight.RepairedWithoutContact(lines));
        Assert.Equal(
            new Share(0, 1),
            FirstTimeRight.RepairedWithoutContact(lines.Select(line => line with { IsMarked = line.Zaak.Place.ToewijzingNummer == 2 }))
        );
    }

    /// <summary>A03: granted in February; credited and declared anew on 2 April, both granted.</summary>
    [Fact]
    public void A03_correction()
    {
        var lines = Measured(
            Lines.Debet("A", "3-2", "a1", 85000, PrestatieOutcome.Granted, "10-2"),
            Lines.Credit("B", "2-4", "b1", "a1", 85000, PrestatieOutcome.Granted, "14-4"),
            Lines.Debet("B", "2-4", "b2", 76500, PrestatieOutcome.Granted, "14-4")
        );
        var february = lines.Where(line => line.Zaak.Zaak.Begin.Month == 2).ToList();
        var april = lines.Where(line => line.Zaak.Zaak.Begin.Month == 4).ToList();

        Assert.Equal((new Share(1, 1), new Share(0, 1)), (FirstTimeRight.Lines(february), FirstTimeRight.Corrections(february)));
        Assert.Equal((new Share(1, 1), new Share(1, 1)), (FirstTimeRight.Lines(april), FirstTimeRight.Corrections(april)));
        Assert.Equal(0, FirstTimeRight.Refusals(lines.Select(line => line.Zaak.Zaak)).Part);
    }

    /// <summary>A41: refused on 10 February, and again on 9 March: still open.</summary>
    [Fact]
    public void A41_refused_twice()
    {
        var lines = Measured(
            Lines.Debet("A", "3-2", "a1", 34000, PrestatieOutcome.Refused, "10-2", "9321"),
            Lines.Debet("B", "4-3", "b1", 25500, PrestatieOutcome.Refused, "9-3", "9321")
        );

        Assert.Equal([null], lines.Select(line => line.Zaak.Zaak.Closing));
        Assert.Equal(new Share(0, 1), FirstTimeRight.Lines(lines));
        Assert.Equal(new Share(0, 2), FirstTimeRight.RepairedWithoutContact(lines));
        Assert.Null(FirstTimeRight.RepairDays(lines.Select(line => line.Zaak.Zaak)));
    }

    /// <summary>Sixty days from the answer that refused; each refusal by its own.</summary>
    [Theory]
    [InlineData("11-4", 2)]
    [InlineData("12-4", 1)]
    [InlineData("8-5", 1)]
    [InlineData("9-5", 0)]
    public void A_line_is_repaired_in_time_within_sixty_days_of_its_refusal(string granted, int expected)
    {
        var lines = Measured(
            Lines.Debet("A", "3-2", "a1", 1, PrestatieOutcome.Refused, "10-2", "9321"),
            Lines.Debet("B", "4-3", "b1", 1, PrestatieOutcome.Refused, "9-3", "9321"),
            Lines.Debet("C", granted, "c1", 1, PrestatieOutcome.Granted, granted)
        );

        Assert.Equal(new Share(expected, 2), FirstTimeRight.RepairedWithoutContact(lines));
    }

    [Fact]
    public void A_zaak_that_was_given_up_is_in_M1_and_not_in_M6()
    {
        MeasuredZaak[] zaken = [Start(Refused("1-3", "9019"), Accepted("1-6")), Start(Refused("1-3", "9019"), Accepted("2-3"))];

        Assert.Equal(new Share(0, 2), FirstTimeRight.Berichten(zaken));
        Assert.Equal(1m, FirstTimeRight.RepairDays(zaken.Select(zaak => zaak.Zaak)));
    }

    [Fact]
    public void A_try_with_several_codes_counts_for_each_and_once()
    {
        var zaak = new Zaak([Refused("1-3", "9019") with { Codes = ["9019", "9326", "9019"] }]);

        Assert.Equal(
            [("9019", new Share(1, 1)), ("9326", new Share(1, 1))],
            FirstTimeRight.RefusalsPerCode([zaak]).Select(code => (code.Code, code.Count))
        );
    }

    [Fact]
    public void Of_nothing_there_is_no_percentage()
    {
        Assert.Null(FirstTimeRight.Berichten([]).TenthsOfPercent);
        Assert.Null(FirstTimeRight.Berichten([Start(Open("1-3"))]).TenthsOfPercent);
        Assert.Empty(FirstTimeRight.RefusalsPerCode([]));
    }

    private static MeasuredZaak Start(params Attempt[] attempts) => new("JW305", "90000001", "0503", new Zaak(attempts));

    private static List<MeasuredLine> Measured(params DeclaratieLine[] lines) =>
        [.. LineWalk.Of(lines).Select(zaak => new MeasuredLine("90000001", "0503", zaak))];
}
