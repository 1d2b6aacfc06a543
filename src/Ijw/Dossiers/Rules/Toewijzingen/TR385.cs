using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>A toewijzing isn't removed while prestaties on it are granted and not credited (rules.md 6).</summary>
internal sealed class TR385 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.OpToewijzing((product, _, toetsing) =>
    {
        if (product.Waarde.RedenWijziging != "13") return;
        foreach (var melding in toetsing.Dossier.Prestaties.OpToewijzing(product.Waarde.ToewijzingNummer))
        {
            if (melding.Prestatie.IsCredit || melding.Uitslag != Prestatieuitslag.Toegekend || toetsing.Dossier.IsGecrediteerd(melding)) continue;
            toetsing.Meld(product, "RedenWijziging");
            return;
        }
    });
}
