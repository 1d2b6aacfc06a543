using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A budget is lowered only with the consent of the aanbieder, unless that asked for it (rules.md 8); advice.</summary>
internal sealed class OP299 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijzigingVan((product, vorige, toetsing) =>
    {
        if (product.Waarde.Budget < vorige.Budget && !product.Waarde.IsOpVerzoek()) toetsing.Adviseer(product, "Budget");
    });
}
