using Ijw.Content;
using Ijw.Dossiers.Rules.Leveringen;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Several;

/// <summary>
/// A code belongs to its category in the list of products of the gemeente and the aanbieder, when one is known (rules.md 7). What counts is
/// what could be assigned when it was decided on or begins (limits.md 7).
/// </summary>
internal sealed class TR381 : DossierRule
{
    private const string Productcode = "Product/Code";

    public override void Bind(DossierBinding binding)
    {
        binding.OnToewijzing(
            (product, _, assessment) =>
            {
                var value = product.Value;
                Check(product, Productcode, value.Product, assessment, value.ToewijzingNummer, value.ToewijzingDate, value.Ingangsdatum);
            }
        );
        binding.OnStart((product, _, assessment) => Check(product, assessment));
        binding.OnStop((product, _, assessment) => Check(product, assessment));
        binding.OnEach<VerzoekToToewijzing, AangevraagdProduct>(
            bericht => bericht.Products,
            (product, assessment) => Check(product, Productcode, product.Value.Product, assessment, null, product.Value.Period.Begin)
        );
        binding.OnEach<VerzoekToWijziging, NieuwProduct>(
            bericht => bericht.New,
            (product, assessment) => Check(product, Productcode, product.Value.Product, assessment, null, product.Value.Period.Begin)
        );
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                var value = prestatie.Value;
                Check(
                    prestatie,
                    "ProductCode",
                    new Product(value.ProductCategorie, value.ProductCode),
                    assessment,
                    value.ToewijzingNummer,
                    value.Period.Begin
                );
            }
        );
    }

    private static void Check<T>(Klasse<T> product, Assessment assessment)
        where T : LeveringProduct =>
        Check(product, Productcode, product.Value.Product, assessment, product.Value.ToewijzingNummer, product.Value.Begindatum);

    private static void Check(
        IKlasse klasse,
        string field,
        Product? product,
        Assessment assessment,
        int? number,
        params ReadOnlySpan<DateOnly> days
    )
    {
        if (product?.Code is not { } code || assessment.Sources.Productcodes is not { } list)
        {
            return;
        }
        List<DateOnly> all = [.. days, assessment.Content.Dagtekening];
        if (number is { } known && assessment.Dossier.Toewijzing(known) is { } toewijzing)
        {
            foreach (var version in toewijzing.Versions)
            {
                all.AddRange([version.Product.ToewijzingDate, version.Product.Ingangsdatum]);
            }
        }
        if (!list.Find(product.Category, code, all).Any())
        {
            assessment.Report(klasse, field);
        }
    }
}
