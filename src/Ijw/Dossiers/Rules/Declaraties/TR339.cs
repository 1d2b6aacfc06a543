using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A prestatie has the category of the toewijzing, when that has one (rules.md 6).</summary>
internal sealed class TR339 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                if (toewijzing.Product is { } product && product.Category != prestatie.Value.ProductCategorie)
                {
                    assessment.Report(prestatie, "ProductCategorie");
                }
            }
        );
}
