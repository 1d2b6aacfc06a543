using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// A toewijzing has a ReferentieAanbieder when it directly honours a request, and then that of the request (rules.md 6). A reference that is
/// missing can't be proved wrong: where one seems to be missing, that is advice.
/// </summary>
internal sealed class TR379 : Dossierregel
{
    public override void Bind(Dossierbinding binding)
    {
        binding.OpToewijzing((product, client, toetsing) =>
        {
            if (product.Waarde.ReferentieAanbieder is { } referentie)
            {
                if (!IsGoed(product.Waarde, client, toetsing.Dossier.Verzoek(referentie), toetsing.Dossier)) toetsing.Meld(product, "ReferentieAanbieder");
            }
            else if (LijktOpAntwoord(product.Waarde, client, toetsing.Dossier))
            {
                toetsing.Adviseer(product, "ReferentieAanbieder", "missing");
            }
        });
        binding.Op<Toewijzingsbericht>((bericht, toetsing) =>
        {
            if (!bericht.Producten.Any(product => product.Waarde.ReferentieAanbieder is { } referentie && IsWijziging(toetsing.Dossier.Verzoek(referentie)))) return;
            foreach (var product in bericht.Producten)
                if (product.Waarde is { ReferentieAanbieder: null, IsVerwijderd: false }) toetsing.Adviseer(product, "ReferentieAanbieder", "missing-beside");
        });
    }

    private static bool IsGoed(ToegewezenProduct product, Clientsleutel client, Verzoekdossier verzoek, Dossier dossier)
    {
        if (!verzoek.Meldingen.Exists(melding => melding.Client == client && melding.Herkomst.Gemeente == dossier.Gemeente)) return false;
        if (verzoek.Antwoorden.Exists(antwoord => !antwoord.Antwoord.IsInOnderzoek)) return false;
        return verzoek.Toewijzingen.Count == 0 || verzoek.Toewijzingen.Exists(eerder => IsHerhaling(eerder.Product, product));
    }

    /// <summary>The same version sent again keeps its reference (rules.md 11.24).</summary>
    private static bool IsHerhaling(ToegewezenProduct eerder, ToegewezenProduct nu) =>
        (eerder.ToewijzingNummer, eerder.Toewijzingsdatum, eerder.Toewijzingstijd) == (nu.ToewijzingNummer, nu.Toewijzingsdatum, nu.Toewijzingstijd);

    private static bool IsWijziging(Verzoekdossier verzoek) => verzoek.Meldingen.Exists(melding => melding.IsWijziging);

    private static bool LijktOpAntwoord(ToegewezenProduct product, Clientsleutel client, Dossier dossier)
    {
        if (product.RedenWijziging is not null || dossier.Toewijzing(product.ToewijzingNummer) is not null) return false;
        return dossier.Verzoeken(client).Any(verzoek =>
            !verzoek.IsWijziging && verzoek.Product == product.Product && verzoek.Periode!.Value.Overlapt(product.Periode)
            && !dossier.Verzoek(verzoek.ReferentieAanbieder).IsAfgehandeld);
    }
}
