using Ijw.Rules.Extern;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>The table of gemeentecodes.</summary>
public class GemeentecodesTests
{
    [Fact]
    public void In_2026_the_codes_are_those_of_CBS()
    {
        var cbs = File.ReadLines(Path.Combine(Standaardmap.Vereist(), "lijsten", "cbs-gemeentecodes-2026.csv")).Skip(1).Select(regel => regel[..4]);

        Assert.Equal(cbs.Order(StringComparer.Ordinal), Gemeentecodes.Op(new DateOnly(2026, 1, 1)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-01-01", 342)]
    [InlineData("2023-01-01", 342)]
    [InlineData("2022-03-24", 344)]
    [InlineData("2022-03-23", 345)]
    [InlineData("2021-01-01", 352)]
    [InlineData("2020-01-01", 355)]
    public void There_were_as_many_gemeenten_as_the_Netherlands_had(string dag, int aantal) =>
        Assert.Equal(aantal, Gemeentecodes.Op(DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture)).Count());

    [Fact]
    public void A_herindeling_ends_one_code_and_begins_another_on_the_same_night()
    {
        var (laatste, eerste) = (new DateOnly(2022, 12, 31), new DateOnly(2023, 1, 1));

        Assert.True(Gemeentecodes.Geldt("0614", laatste) && !Gemeentecodes.Geldt("0614", eerste));
        Assert.True(Gemeentecodes.Geldt("1992", eerste) && !Gemeentecodes.Geldt("1992", laatste));
        Assert.True(Gemeentecodes.Geldt("0614", eerste, laatste));
        Assert.False(Gemeentecodes.Geldt("0000", eerste));
    }
}
