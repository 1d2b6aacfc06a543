using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>That a request is under investigation comes first, and once (rules.md 6).</summary>
internal sealed class TR360 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Antwoordbericht>((bericht, toetsing) =>
    {
        var antwoord = bericht.Antwoord.Waarde;
        var eerder = toetsing.Dossier.Verzoek(antwoord.ReferentieAanbieder).Antwoorden;
        if (antwoord.IsInOnderzoek && eerder.Count > 0) toetsing.Meld(bericht.Antwoord, "VerzoekAntwoord");
    });
}
