using Ijw.Catalogue;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>The cases on the pages of levels 3 and 4, and of what is advice.</summary>
public sealed class DossierpaginaTests
{
    /// <summary>All cases.</summary>
    public static TheoryData<string, string> Gevallen
    {
        get
        {
            var gevallen = new TheoryData<string, string>();
            foreach (var code in RegelPaginas.Codes.Where(code => Regelcatalogus.Zoek(code)?.Niveau != 2))
                foreach (var geval in RegelPaginas.Lees(code).Gevallen) gevallen.Add(code, geval.Naam);
            return gevallen;
        }
    }

    [Theory]
    [MemberData(nameof(Gevallen))]
    public void The_case_has_exactly_the_findings_that_its_page_names(string code, string naam)
    {
        var geval = RegelPaginas.Lees(code).Gevallen.Single(geval => geval.Naam == naam);

        var gevonden = RegelPaginas.Bevindingen(code, geval);

        Assert.Equal(
            geval.Verwacht.Select(verwacht => $"{verwacht}").Order(StringComparer.Ordinal),
            gevonden.Select(Verwachting.Van).Order(StringComparer.Ordinal));
    }
}
