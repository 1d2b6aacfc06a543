using Ijw.Dossiers.Rules.Leveringen;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Several;

/// <summary>
/// A code belongs to its category in the list of products of the gemeente and the aanbieder, when one is known (rules.md 7). What counts is
/// what could be assigned when it was decided on or begins (limits.md 7).
/// </summary>
internal sealed class TR381 : Dossierregel
{
    private const string Productcode = "Product/Code";

    public override void Bind(Dossierbinding binding)
    {
        binding.OpToewijzing((product, _, toetsing) =>
        {
            var waarde = product.Waarde;
            Toets(product, Productcode, waarde.Product, toetsing, waarde.ToewijzingNummer, waarde.Toewijzingsdatum, waarde.Ingangsdatum);
        });
        binding.OpStart((product, _, toetsing) => Toets(product, toetsing));
        binding.OpStop((product, _, toetsing) => Toets(product, toetsing));
        binding.OpElk<VerzoekOmToewijzing, AangevraagdProduct>(
            bericht => bericht.Producten, (product, toetsing) => Toets(product, Productcode, product.Waarde.Product, toetsing, null, product.Waarde.Periode.Begin));
        binding.OpElk<VerzoekOmWijziging, NieuwProduct>(
            bericht => bericht.Nieuw, (product, toetsing) => Toets(product, Productcode, product.Waarde.Product, toetsing, null, product.Waarde.Periode.Begin));
        binding.OpDebet((prestatie, toetsing) =>
        {
            var waarde = prestatie.Waarde;
            Toets(prestatie, "ProductCode", new Product(waarde.ProductCategorie, waarde.ProductCode), toetsing, waarde.ToewijzingNummer, waarde.Periode.Begin);
        });
    }

    private static void Toets<T>(Klasse<T> product, Toetsing toetsing)
        where T : Leveringsproduct =>
        Toets(product, Productcode, product.Waarde.Product, toetsing, product.Waarde.ToewijzingNummer, product.Waarde.Begindatum);

    private static void Toets(IKlasse klasse, string veld, Product? product, Toetsing toetsing, int? nummer, params ReadOnlySpan<DateOnly> dagen)
    {
        if (product?.Code is not { } code || toetsing.Bronnen.Productcodes is not { } lijst) return;
        List<DateOnly> alle = [.. dagen, toetsing.Inhoud.Dagtekening];
        if (nummer is { } bekend && toetsing.Dossier.Toewijzing(bekend) is { } toewijzing)
            foreach (var versie in toewijzing.Versies) alle.AddRange([versie.Product.Toewijzingsdatum, versie.Product.Ingangsdatum]);
        if (!lijst.Zoek(product.Categorie, code, alle).Any()) toetsing.Meld(klasse, veld);
    }
}
