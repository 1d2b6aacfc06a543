using Hub.Zaken;
using static Hub.Tests.Zaken.Lines;
using static Ijw.Dossiers.Facts.PrestatieOutcome;

namespace Hub.Tests.Zaken;

/// <summary>What is one zaak of lines, what corrects, and what is still to be repaired (region.md 0.3 and 0.5).</summary>
public class LineWalkTests
{
    [Fact]
    public void A_refused_line_and_the_debet_that_is_granted_after_it_are_one_zaak()
    {
        var zaken = LineWalk.Of([
            Debet("A", "3-2", "a1", 34000, Refused, "10-2", "9321"),
            Debet("B", "4-3", "b1", 25500, Granted, "9-3"),
            Debet("B", "4-3", "b2", 99, Granted, "9-3", toewijzing: 2),
        ]);

        Assert.Equal(
            [(1, 2, 34000L), (2, 1, 99L)],
            zaken.Select(zaak => (zaak.Place.ToewijzingNummer, zaak.Zaak.Attempts.Count, zaak.FirstAmount))
        );
        Assert.Equal(22, zaken[0].Zaak.RepairDays);
        Assert.Equal(["9321"], zaken[0].Zaak.First.Codes);
    }

    public static TheoryData<string, DeclaratieLine[], bool[]> Corrections =>
        new()
        {
            {
                "credit in the same declaratie, granted",
                [
                    Debet("A", "3-2", "a1", 85000, Granted, "10-2"),
                    Credit("B", "2-4", "b1", "a1", 85000, Granted, "14-4"),
                    Debet("B", "2-4", "b2", 76500, Granted, "14-4"),
                ],
                [false, true]
            },
            {
                "credit in an earlier declaratie, granted",
                [
                    Debet("A", "3-2", "a1", 85000, Granted, "10-2"),
                    Credit("B", "2-3", "b1", "a1", 85000, Granted, "9-3"),
                    Debet("C", "2-4", "c1", 76500, Open),
                ],
                [false, true]
            },
            {
                "credit in a later declaratie",
                [
                    Debet("A", "3-2", "a1", 85000, Granted, "10-2"),
                    Debet("B", "2-3", "b1", 76500, Refused, "9-3", "9389"),
                    Credit("C", "2-4", "c1", "a1", 85000, Granted, "14-4"),
                ],
                [false, false]
            },
            {
                "credit not granted yet",
                [
                    Debet("A", "3-2", "a1", 85000, Granted, "10-2"),
                    Credit("B", "2-4", "b1", "a1", 85000, Open),
                    Debet("B", "2-4", "b2", 76500, Open),
                ],
                [false, false]
            },
            {
                "credit refused",
                [
                    Debet("A", "3-2", "a1", 85000, Granted, "10-2"),
                    Credit("B", "2-4", "b1", "a1", 85000, Refused, "14-4"),
                    Debet("B", "2-4", "b2", 76500, Refused, "14-4", "9389"),
                ],
                [false, false]
            },
            {
                "no credit: a double",
                [Debet("A", "3-2", "a1", 85000, Granted, "10-2"), Debet("B", "2-4", "b1", 85000, Refused, "14-4", "9389")],
                [false, false]
            },
        };

    [Theory]
    [MemberData(nameof(Corrections))]
    public void A_correction_opens_a_zaak_of_its_own_once_the_credit_is_granted(string what, DeclaratieLine[] lines, bool[] expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, LineWalk.Of(lines).Select(zaak => zaak.IsCorrection));
        Assert.Equal(expected, LineWalk.Of([.. lines.Reverse()]).Select(zaak => zaak.IsCorrection));
    }

    public static TheoryData<string, DeclaratieLine[], string[]> Repairs =>
        new()
        {
            { "refused", [Debet("A", "3-2", "a1", 1, Refused)], ["A/00001"] },
            { "open", [Debet("A", "3-2", "a1", 1, Open)], [] },
            { "granted", [Debet("A", "3-2", "a1", 1, Granted)], [] },
            { "refused twice: only the last", [Debet("A", "3-2", "a1", 1, Refused), Debet("B", "3-3", "b1", 1, Refused)], ["B/00001"] },
            { "refused, then granted", [Debet("A", "3-2", "a1", 1, Refused), Debet("B", "3-3", "b1", 1, Granted)], [] },
            { "refused, then open", [Debet("A", "3-2", "a1", 1, Refused), Debet("B", "3-3", "b1", 1, Open)], [] },
            { "a double of what is granted", [Debet("A", "3-2", "a1", 1, Granted), Debet("B", "3-3", "b1", 1, Refused)], [] },
            {
                "a double of what was granted and credited",
                [Debet("A", "3-2", "a1", 1, Granted), Credit("B", "3-3", "b1", "a1", 1, Granted), Debet("B", "3-3", "b2", 1, Refused)],
                ["B/00002"]
            },
            {
                "a double while the credit is open",
                [Debet("A", "3-2", "a1", 1, Granted), Credit("B", "3-3", "b1", "a1", 1, Open), Debet("B", "3-3", "b2", 1, Refused)],
                []
            },
            { "a refused credit needs none", [Credit("B", "3-3", "b1", "a1", 1, Refused)], [] },
            {
                "two places, oldest first",
                [Debet("B", "3-3", "b1", 1, Refused), Debet("A", "3-2", "a1", 1, Refused, toewijzing: 2)],
                ["A/00001", "B/00001"]
            },
        };

    [Theory]
    [MemberData(nameof(Repairs))]
    public void To_repair_is_the_last_refused_debet_of_a_place_of_which_nothing_is_granted(
        string what,
        DeclaratieLine[] lines,
        string[] expected
    )
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, LineWalk.ToRepair(lines).Select(line => line.Id));
    }
}
