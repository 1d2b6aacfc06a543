using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A total volume is lowered only with the consent of the aanbieder, unless that asked for it (rules.md 8); advice.</summary>
internal sealed class OP298 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijzigingOf(
            (product, previous, assessment) =>
            {
                var isTotal = product.Value.Omvang?.Frequentie == "6" && previous.Omvang?.Frequentie == "6";
                if (isTotal && product.Value.Omvang!.Volume < previous.Omvang!.Volume && !product.Value.IsOnVerzoek())
                {
                    assessment.Advise(product, "Omvang/Volume");
                }
            }
        );
}
