using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An answer belongs to a request of the aanbieder to this gemeente (rules.md 6).</summary>
internal sealed class TR355 : Dossierregel
{
    public override void Bind(Dossierbinding binding) => binding.Op<Antwoordbericht>((bericht, toetsing) =>
    {
        var verzoek = toetsing.Dossier.Verzoek(bericht.Antwoord.Waarde.ReferentieAanbieder);
        if (!verzoek.Meldingen.Exists(melding => melding.Herkomst.Gemeente == toetsing.Dossier.Gemeente)) toetsing.Meld(bericht.Antwoord, "ReferentieAanbieder");
    });
}
