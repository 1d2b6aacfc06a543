using Ijw.Catalogue;
using Ijw.Model.Datatypes;

namespace Ijw.Tests.Catalogue;

public sealed class RegelcatalogusTests
{
    public static TheoryData<Regel> Regels => [.. Regelcatalogus.Alle];

    [Fact]
    public void All_303_rules_are_there_in_the_numbers_of_the_standard()
    {
        Assert.Equal(
            [(RegelSoort.RS, 36), (RegelSoort.CD, 22), (RegelSoort.CS, 19), (RegelSoort.TR, 80), (RegelSoort.OP, 91), (RegelSoort.IV, 38), (RegelSoort.UP, 17)],
            Regelcatalogus.Alle.CountBy(regel => regel.Soort).Select(aantal => (aantal.Key, aantal.Value)));
        Assert.Equal(303, Regelcatalogus.Alle.Count);
    }

    [Fact]
    public void Technical_rules_split_over_levels_2_3_and_4()
    {
        var technisch = Regelcatalogus.Alle.Where(regel => regel.Soort == RegelSoort.TR).CountBy(regel => regel.Niveau ?? 0).ToDictionary();
        Assert.Equal(new Dictionary<int, int> { [2] = 22, [3] = 54, [4] = 4 }, technisch);
    }

    [Theory]
    [InlineData("JW301", 6, 4, 3)]
    [InlineData("JW305", 3, 6, 3)]
    [InlineData("JW307", 4, 8, 3)]
    [InlineData("JW315", 5, 3, 3)]
    [InlineData("JW317", 5, 13, 3)]
    [InlineData("JW323", 8, 22, 4)]
    [InlineData("JW325", 4, 7, 2)]
    public void Technical_rules_are_bound_to_the_berichten_as_the_standard_counts_them(string bericht, int niveau2, int niveau3, int niveau4)
    {
        var technisch = Regelcatalogus.Alle.Where(regel => regel.Soort == RegelSoort.TR && regel.Berichten.Contains(bericht)).ToList();
        Assert.Equal((niveau2, niveau3, niveau4), (Aantal(2), Aantal(3), Aantal(4)));

        int Aantal(int niveau) => technisch.Count(regel => regel.Niveau == niveau);
    }

    [Fact]
    public void Codes_are_unique_and_found()
    {
        Assert.Equal(Regelcatalogus.Alle.Count, Regelcatalogus.Alle.DistinctBy(regel => regel.Code).Count());
        Assert.All(Regelcatalogus.Alle, regel => Assert.Same(regel, Regelcatalogus.Zoek(regel.Code)));
        Assert.Null(Regelcatalogus.Zoek("CD999"));
    }

    [Fact]
    public void The_code_begins_with_the_kind() =>
        Assert.All(Regelcatalogus.Alle, regel => Assert.StartsWith(regel.Soort.ToString(), regel.Code, StringComparison.Ordinal));

    [Fact]
    public void Every_retourcode_is_in_the_code_list()
    {
        Assert.All(
            Regelcatalogus.Alle.Where(regel => regel.Retourcode is not null),
            regel => Assert.NotNull(Codelijsten.RetourCode.Betekenis(regel.Retourcode!)));
    }

    [Fact]
    public void Every_retourcode_about_a_rule_belongs_to_a_rule()
    {
        var gebruikt = Regelcatalogus.Alle.Select(regel => regel.Retourcode).Concat(["0200", "0233", "8001"]).ToHashSet();
        Assert.All(Codelijsten.RetourCode.Codes, code => Assert.Contains(code.Waarde, gebruikt));
    }

    [Fact]
    public void The_level_matches_the_kind()
    {
        string[] patronen = ["CS015", "CS025", "CS319"];
        Assert.All(Regelcatalogus.Alle, regel => Assert.Contains(regel.Niveau ?? 0, regel.Soort switch
        {
            RegelSoort.RS => [1],
            RegelSoort.CD => [2],
            RegelSoort.CS => patronen.Contains(regel.Code) ? [1] : [2],
            RegelSoort.TR => [2, 3, 4],
            _ => new[] { 0 },
        }));
    }

    [Fact]
    public void Level_2_always_gives_retourcode_0001_and_level_1_none()
    {
        Assert.All(Regelcatalogus.Alle.Where(regel => regel.Niveau == 2), regel => Assert.Equal("0001", regel.Retourcode));
        Assert.All(Regelcatalogus.Alle.Where(regel => regel.Niveau is null or 1), regel => Assert.Null(regel.Retourcode));
    }

    [Theory]
    [MemberData(nameof(Regels), DisableDiscoveryEnumeration = true)]
    public void Texts_read_as_sentences(Regel regel)
    {
        Assert.InRange(regel.Titel.Length, 1, 60);
        Assert.False(regel.Titel.EndsWith('.'), "a title has no full stop");
        if (regel.Voorbeeld is { } voorbeeld) Assert.EndsWith(".", voorbeeld, StringComparison.Ordinal);
        foreach (var tekst in new[] { regel.Titel, regel.Voorbeeld ?? "", regel.NietGecontroleerd ?? "" })
            Assert.Equal(tekst.Trim().ReplaceLineEndings(" ").Replace('\t', ' '), tekst);
    }

    [Fact]
    public void Every_rule_over_the_content_has_an_example() =>
        Assert.All(Regelcatalogus.Alle.Where(regel => regel.Niveau >= 2), regel => Assert.NotNull(regel.Voorbeeld));

    [Fact]
    public void Every_bericht_named_exists() =>
        Assert.All(Regelcatalogus.Alle.SelectMany(regel => regel.Berichten), naam => Assert.NotNull(Standaard.Zoek(naam)));

    [Fact]
    public void Every_rule_with_a_level_is_bound_to_a_bericht_and_someone_who_acts()
    {
        Assert.All(Regelcatalogus.Alle.Where(regel => regel.Niveau is not null), regel =>
        {
            Assert.NotEmpty(regel.Berichten);
            Assert.NotEqual(WieHandelt.Niemand, regel.Wie);
        });
    }

    [Fact]
    public void A_rule_that_is_named_in_a_text_exists()
    {
        var genoemd = Regelcatalogus.Alle
            .SelectMany(regel => $"{regel.NietGecontroleerd} {string.Join(' ', regel.Texts.Select(text => text.Text))}".Split(' ', ',', '.', ';'))
            .Where(woord => woord.Length >= 5 && char.IsAsciiLetterUpper(woord[1]) && char.IsAsciiDigit(woord[2]) && !woord.StartsWith("JW", StringComparison.Ordinal));
        Assert.All(genoemd, code => Assert.NotNull(Regelcatalogus.Zoek(code)));
    }
}
