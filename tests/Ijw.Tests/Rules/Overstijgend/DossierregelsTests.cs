using Ijw.Catalogue;
using Ijw.Dossiers.Rules;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>The rules over dossiers and sources, the catalogue and the files agree (D6).</summary>
public class DossierregelsTests
{
    [Fact]
    public void All_58_technical_rules_of_levels_3_and_4_are_checked_and_one_of_them_only_advises()
    {
        var technisch = Regelcatalogus.Alle.Where(regel => regel is { Soort: RegelSoort.TR, Niveau: 3 or 4 }).ToList();

        Assert.Equal(58, technisch.Count);
        Assert.All(technisch, regel => Assert.True(regel.IsGecontroleerd));
        Assert.Equal(["TR418"], technisch.Where(regel => regel.Advies is not null).Select(regel => regel.Code));
    }

    [Fact]
    public void The_catalogue_calls_checked_exactly_what_is_checked()
    {
        var catalogus = Regelcatalogus.Alle.Where(regel => regel is { Niveau: 3 or 4, IsGecontroleerd: true } || regel.Advies is not null).Select(regel => regel.Code);

        Assert.Equal(catalogus.Order(StringComparer.Ordinal), Dossierregels.Alle.Select(regel => regel.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_level_only_advises() =>
        Assert.All(Regelcatalogus.Alle.Where(regel => regel.Niveau is null && regel.IsGecontroleerd), regel => Assert.NotNull(regel.Advies));

    [Fact]
    public void A_rule_that_is_not_checked_has_no_reservations() =>
        Assert.All(Regelcatalogus.Alle.Where(regel => !regel.IsGecontroleerd), regel => Assert.True(regel is { Advies: null, Voorbehoud: null }));

    [Fact]
    public void Every_rule_is_bound_and_stands_in_a_file_of_its_own_name_with_those_on_the_same_berichten()
    {
        var gebonden = Dossierregels.PerStap.SelectMany(stap => stap).Select(gebonden => gebonden.Regel).ToHashSet();
        var bron = Path.GetFullPath(Path.Combine(RegelPaginas.Map, "..", "..", "src"));

        Assert.All(Dossierregels.Alle, regel =>
        {
            Assert.Contains(regel.Code, gebonden);
            var map = regel.GetType().Namespace!;
            Assert.StartsWith("Ijw.Dossiers.Rules.", map, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(bron, map.Replace('.', Path.DirectorySeparatorChar), $"{regel.Code}.cs")), $"{map}.{regel.Code} is not there");
        });
    }
}
