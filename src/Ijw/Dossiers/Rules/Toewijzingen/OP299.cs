using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A budget is lowered only with the consent of the aanbieder, unless that asked for it (rules.md 8); advice.</summary>
internal sealed class OP299 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnWijzigingOf(
            (product, previous, assessment) =>
            {
                if (product.Value.Budget < previous.Budget && !product.Value.IsOnVerzoek())
                {
                    assessment.Advise(product, "Budget");
                }
            }
        );
}
