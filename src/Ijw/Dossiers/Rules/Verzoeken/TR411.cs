using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A toewijzing with a product code keeps an omvang (rules.md 6).</summary>
internal sealed class TR411 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijziging(
            (product, toewijzing, assessment) =>
            {
                if (toewijzing.Product?.Code is not null && product.Value.Omvang is null)
                {
                    assessment.Report(product, "Omvang");
                }
            }
        );
}
