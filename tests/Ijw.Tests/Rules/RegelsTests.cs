using Ijw.Catalogue;
using Ijw.Rules;

namespace Ijw.Tests.Rules;

/// <summary>The rules that are checked and the catalogue agree (D6).</summary>
public class RegelsTests
{
    [Fact]
    public void The_catalogue_calls_checked_at_level_2_exactly_what_is_checked()
    {
        var gecontroleerd = Regelcatalogus.Alle.Where(regel => regel is { Niveau: 2, IsGecontroleerd: true }).Select(regel => regel.Code);

        Assert.Equal(gecontroleerd.Order(), Regels.Alle.Select(regel => regel.Code).Order());
    }

    [Fact]
    public void No_rule_is_listed_twice_and_every_one_has_a_text() =>
        Assert.All(Regels.Alle.GroupBy(regel => regel.Code), groep =>
        {
            Assert.Single(groep);
            Assert.NotEmpty(Regelcatalogus.Zoek(groep.Key)!.Texts);
        });

    [Fact]
    public void Every_rule_stands_in_a_file_of_its_own_name()
    {
        var bestanden = Directory.EnumerateFiles(Hoofdmap.Pad("src", "Ijw", "Rules"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Assert.All(Regels.Alle, regel => Assert.Contains(regel.Code, bestanden));
    }
}
