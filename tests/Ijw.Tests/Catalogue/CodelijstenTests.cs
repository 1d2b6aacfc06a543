using Ijw.Model.Datatypes;

namespace Ijw.Tests.Catalogue;

public sealed class CodelijstenTests
{
    public static TheoryData<string> Codelijsten =>
        [.. Standaard.Berichtsoorten.SelectMany(soort => Lijsten(soort.Wortel)).Select(lijst => lijst.Naam).Distinct()];

    [Fact]
    public void The_berichten_use_23_code_lists() => Assert.Equal(23, Codelijsten.Count);

    [Theory]
    [MemberData(nameof(Codelijsten))]
    public void Every_code_has_a_meaning_of_its_own(string naam)
    {
        var lijst = Standaard.Berichtsoorten.SelectMany(soort => Lijsten(soort.Wortel)).First(lijst => lijst.Naam == naam);
        Assert.All(lijst.Codes, code => Assert.False(string.IsNullOrWhiteSpace(code.Betekenis), code.Waarde));
        Assert.Equal(lijst.Codes.Count, lijst.Codes.DistinctBy(code => code.Betekenis).Count());
    }

    private static IEnumerable<Codelijst> Lijsten(Element element)
    {
        if (element.Datatype?.Codelijst is { } lijst) yield return lijst;
        foreach (var onder in element.Kinderen.SelectMany(Lijsten)) yield return onder;
    }
}
