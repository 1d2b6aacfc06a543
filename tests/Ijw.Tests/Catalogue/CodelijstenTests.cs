using Ijw.Model.Datatypes;

namespace Ijw.Tests.Catalogue;

public sealed class CodelijstenTests
{
    public static TheoryData<string> Codelijsten =>
        [.. Standard.Berichtsoorten.SelectMany(kind => Lists(kind.Root)).Select(list => list.Name).Distinct()];

    [Fact]
    public void The_berichten_use_23_code_lists() => Assert.Equal(23, Codelijsten.Count);

    [Theory]
    [MemberData(nameof(Codelijsten))]
    public void Every_code_has_a_meaning_of_its_own(string name)
    {
        var list = Standard.Berichtsoorten.SelectMany(kind => Lists(kind.Root)).First(list => list.Name == name);
        Assert.All(list.Codes, code => Assert.False(string.IsNullOrWhiteSpace(code.Meaning), code.Value));
        Assert.Equal(list.Codes.Count, list.Codes.DistinctBy(code => code.Meaning).Count());
    }

    private static IEnumerable<Codelijst> Lists(Element element)
    {
        if (element.Datatype?.Codelijst is { } list)
        {
            yield return list;
        }
        foreach (var under in element.Children.SelectMany(Lists))
        {
            yield return under;
        }
    }
}
