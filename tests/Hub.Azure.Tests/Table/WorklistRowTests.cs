using System.Text;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Worklist;
using Hub.Zaken;
using Ijw.Content;

namespace Hub.Azure.Tests.Table;

/// <summary>A refused line as a row.</summary>
public class WorklistRowTests
{
    private static readonly ClientKeys Keys = new("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000001"));

    // LDT_ReferentieNummer takes any character, a line break too.
    [Theory]
    [InlineData("R-1")]
    [InlineData("R\n1\n")]
    [InlineData(" ")]
    public void A_refused_line_is_read_as_it_was_written_whatever_its_reference(string reference)
    {
        var line = Line(reference);

        var read = WorklistRow.ReadLine(WorklistRow.Line("90000001", line, isSettled: false, Keys), Keys);

        Assert.Equal(line with { Key = read.Key, Codes = read.Codes }, read);
        Assert.Equal(line.Codes, read.Codes);
    }

    [Fact]
    public void What_was_declared_stands_in_no_column()
    {
        var row = WorklistRow.Line("90000001", Line("R-1"), isSettled: false, Keys);

        Assert.DoesNotContain(row, column => $"{column.Value}" is var text && (text.Contains("45A04") || text.Contains("D202610")));
    }

    private static RefusedLine Line(string reference) =>
        new()
        {
            Key = "",
            BerichtId = "0503-0000001",
            Index = 3,
            Gemeente = "0503",
            DeclaratieNummer = "D202610",
            Place = new DeclaratiePlace(620000418, "45", "45A04", new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31))),
            ReferentieNummer = reference,
            Volume = 12,
            Eenheid = "04",
            Amount = 110_500,
            Codes = ["9338"],
            Received = new DateTimeOffset(2026, 11, 3, 12, 0, 0, TimeSpan.Zero),
        };
}
