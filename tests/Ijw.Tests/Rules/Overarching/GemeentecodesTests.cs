using Ijw.Tests.Shared;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>The table of gemeentecodes.</summary>
public class GemeentecodesTests
{
    [Fact]
    public void In_2026_the_codes_are_those_of_CBS()
    {
        var cbs = File.ReadLines(Path.Combine(StandardFolder.Required(), "lijsten", "cbs-gemeentecodes-2026.csv"))
            .Skip(1)
            .Select(rule => rule[..4]);

        Assert.Equal(cbs.Order(StringComparer.Ordinal), Gemeentecodes.BuiltIn.On(new DateOnly(2026, 1, 1)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-01-01", 342)]
    [InlineData("2023-01-01", 342)]
    [InlineData("2022-03-24", 344)]
    [InlineData("2022-03-23", 345)]
    [InlineData("2021-01-01", 352)]
    [InlineData("2020-01-01", 355)]
    public void There_were_as_many_gemeenten_as_the_Netherlands_had(string day, int count) =>
        Assert.Equal(count, Gemeentecodes.BuiltIn.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Count());

    [Fact]
    public void A_reorganisation_ends_one_code_and_begins_another_on_the_same_night()
    {
        var (last, first) = (new DateOnly(2022, 12, 31), new DateOnly(2023, 1, 1));

        Assert.True(Gemeentecodes.BuiltIn.IsInForce("0614", last) && !Gemeentecodes.BuiltIn.IsInForce("0614", first));
        Assert.True(Gemeentecodes.BuiltIn.IsInForce("1992", first) && !Gemeentecodes.BuiltIn.IsInForce("1992", last));
        Assert.True(Gemeentecodes.BuiltIn.IsInForce("0614", first, last));
        Assert.False(Gemeentecodes.BuiltIn.IsInForce("0000", first));
    }

    [Fact]
    public void A_file_ends_a_code_and_adds_one_without_a_release()
    {
        var (last, next) = (new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 1));
        var renewed = Gemeentecodes.BuiltIn.With(new StringReader("# herindeling\n1696\t\t2026-12-31\n\n9999\t2027-01-01\n"));

        Assert.True(Gemeentecodes.BuiltIn.IsInForce("1696", next));
        Assert.True(renewed.IsInForce("1696", last) && !renewed.IsInForce("1696", next));
        Assert.True(renewed.IsInForce("9999", next) && !renewed.IsInForce("9999", last));
        Assert.True(renewed.IsInForce("0503", last) && renewed.IsInForce("0503", next));
    }

    [Theory]
    [InlineData("1696 2026-12-31", "regel 1: de eerste kolom is geen code van vier cijfers")]
    [InlineData("# goed\n1696\t\t31-12-2026", "regel 2: kolom 3 is geen datum als 2026-12-31")]
    [InlineData("1696\t2027-01-01\t2026-12-31", "regel 1: de laatste dag ligt voor de eerste")]
    [InlineData("1696\t\t2026-12-31\n1696", "regel 2: deze code staat er al")]
    [InlineData("1696\t\t2026-12-31\tWijdemeren", "regel 1: er staan meer dan drie kolommen")]
    public void A_line_that_can_not_be_read_is_named(string lines, string fault) =>
        Assert.Equal(fault, Assert.Throws<FormatException>(() => Gemeentecodes.BuiltIn.With(new StringReader(lines))).Message);

    [Fact]
    public void A_code_that_has_ended_is_told_of_one_bericht_as_advice()
    {
        var bericht = File.ReadAllBytes(RulePages.BasisPath("JW305"));
        var ended = Gemeentecodes.BuiltIn.With(new StringReader("0503\t\t2025-12-31"));

        Assert.Empty(Checks.Check(bericht, options: CheckOptions.Standard with { Gemeentecodes = Gemeentecodes.BuiltIn }).Bevindingen);
        var result = Checks.Check(bericht, options: CheckOptions.Standard with { Gemeentecodes = ended });

        Assert.Equal(Oordeel.Approved, result.Oordeel);
        var advice = Assert.Single(result.Bevindingen);
        Assert.Equal(
            (4, "TR378", null, "/Bericht/Header/Ontvanger", true),
            (advice.Level, advice.Rule, advice.Retourcode, advice.Path, advice.Advice)
        );
        var sender = Checks.Check(
            File.ReadAllBytes(RulePages.BasisPath("JW301")),
            options: CheckOptions.Standard with
            {
                Gemeentecodes = ended,
            }
        );
        Assert.Equal("/Bericht/Header/Afzender", Assert.Single(sender.Bevindingen).Path);
        // The next one, which asks for no list, gets a reader that has none.
        Assert.Empty(Checks.Check(bericht).Bevindingen);
    }
}
