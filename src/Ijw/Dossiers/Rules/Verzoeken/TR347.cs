using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An aanbieder uses the reference of a request once, over all gemeenten and both kinds of request (rules.md 6).</summary>
internal sealed class TR347 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpElk<VerzoekOmToewijzing, AangevraagdProduct>(
            bericht => bericht.Producten, (product, toetsing) => Toets(product, product.Waarde.ReferentieAanbieder, toetsing));
        binding.Op<VerzoekOmWijziging>((bericht, toetsing) => Toets(bericht.Verzoek, bericht.Verzoek.Waarde.ReferentieAanbieder, toetsing));
    }

    private static void Toets(IKlasse klasse, string referentie, Toetsing toetsing)
    {
        if (toetsing.Dossier.Verzoek(referentie).Meldingen.Count > 0) toetsing.Meld(klasse, "ReferentieAanbieder");
    }
}
