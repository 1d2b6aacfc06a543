using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A TeWijzigenProduct is a current toewijzing of the client at the aanbieder (rules.md 6).</summary>
internal sealed class TR351 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<VerzoekOmWijziging>((bericht, toetsing) =>
    {
        foreach (var product in bericht.TeWijzigen)
            if (!toetsing.IsActueel(product.Waarde.ToewijzingNummer, bericht.Client.Waarde.Sleutel)) toetsing.Meld(product, "ToewijzingNummer");
    });
}
