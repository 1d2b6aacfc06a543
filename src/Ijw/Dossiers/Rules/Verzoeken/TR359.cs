using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A request that was honoured gets no answer any more (rules.md 6).</summary>
internal sealed class TR359 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Antwoordbericht>((bericht, toetsing) =>
    {
        if (toetsing.Dossier.Verzoek(bericht.Antwoord.Waarde.ReferentieAanbieder).Toewijzingen.Count > 0) toetsing.Meld(bericht.Antwoord, "ReferentieAanbieder");
    });
}
