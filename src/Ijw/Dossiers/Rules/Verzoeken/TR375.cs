using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A toewijzing without a product gets no omvang (rules.md 6).</summary>
internal sealed class TR375 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijziging(
            (product, toewijzing, assessment) =>
            {
                if (toewijzing.Product is null && product.Value.Omvang is not null && product.Value.RunsPast2020(toewijzing))
                {
                    assessment.Report(product, "Omvang");
                }
            }
        );
}
