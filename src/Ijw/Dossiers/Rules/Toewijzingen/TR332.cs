using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A ToewijzingNummer belongs to one toewijzing of the gemeente: client, aanbieder, product and Ingangsdatum stay as they are (rules.md 6).</summary>
internal sealed class TR332 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToewijzing((product, client, toetsing) =>
    {
        var waarde = product.Waarde;
        foreach (var eerder in toetsing.Dossier.OpNummer(waarde.ToewijzingNummer))
        {
            if (eerder.Client == client && eerder.Herkomst.Aanbieder == toetsing.Dossier.Aanbieder
                && eerder.Product.Product == waarde.Product && eerder.Product.Ingangsdatum == waarde.Ingangsdatum) continue;
            toetsing.Meld(product, "ToewijzingNummer");
            return;
        }
    });
}
