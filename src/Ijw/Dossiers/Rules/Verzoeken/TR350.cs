using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An OngewijzigdProduct is a current toewijzing of the client at the aanbieder (rules.md 6).</summary>
internal sealed class TR350 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<VerzoekOmWijziging>((bericht, toetsing) =>
    {
        foreach (var product in bericht.Ongewijzigd)
            if (!toetsing.IsActueel(product.Waarde.ToewijzingNummer, bericht.Client.Waarde.Sleutel)) toetsing.Meld(product, "ToewijzingNummer");
    });
}
