using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>After a refusal no answer follows (rules.md 6).</summary>
internal sealed class TR365 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Antwoordbericht>((bericht, toetsing) =>
    {
        var verzoek = toetsing.Dossier.Verzoek(bericht.Antwoord.Waarde.ReferentieAanbieder);
        if (verzoek.Antwoorden.Exists(antwoord => !antwoord.Antwoord.IsInOnderzoek)) toetsing.Meld(bericht.Antwoord, "ReferentieAanbieder");
    });
}
