using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A toewijzing is ended in the past only with the consent of the aanbieder, which no bericht tells (rules.md 8); advice.</summary>
internal sealed class OP186 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpWijzigingVan((product, vorige, toetsing) =>
    {
        var eind = product.Waarde.Einddatum;
        if (!product.Waarde.IsVerwijderd && eind < toetsing.Inhoud.Dagtekening && eind < vorige.Periode.Eind) toetsing.Adviseer(product, "Einddatum");
    });
}
