using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A total volume is lowered only with the consent of the aanbieder, unless that asked for it (rules.md 8); advice.</summary>
internal sealed class OP298 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijzigingVan((product, vorige, toetsing) =>
    {
        var isTotaal = product.Waarde.Omvang?.Frequentie == "6" && vorige.Omvang?.Frequentie == "6";
        if (isTotaal && product.Waarde.Omvang!.Volume < vorige.Omvang!.Volume && !product.Waarde.IsOpVerzoek()) toetsing.Adviseer(product, "Omvang/Volume");
    });
}
