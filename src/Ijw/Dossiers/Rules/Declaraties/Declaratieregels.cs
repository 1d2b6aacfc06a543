using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>What the rules on declaraties and their answers share.</summary>
internal static class Declaratieregels
{
    private const string Minuut = "01";
    private const string Uur = "04";

    /// <summary>The granted debet of the same client and toewijzing that a credit takes back; null when there is none.</summary>
    public static Prestatiemelding? Debet(this Toetsing toetsing, Prestatie credit)
    {
        if (credit.VorigReferentieNummer is not { } vorige) return null;
        foreach (var melding in toetsing.Dossier.Prestaties.OpReferentie(vorige))
        {
            if (melding is { Uitslag: Prestatieuitslag.Toegekend, Prestatie: { IsCredit: false } debet }
                && debet.Client == credit.Client && debet.ToewijzingNummer == credit.ToewijzingNummer) return melding;
        }

        return null;
    }

    /// <summary>The JW323 that a JW325 answers; null when the aanbieder sent none with that Identificatie and Dagtekening to the gemeente.</summary>
    public static Declaratiemelding? Declaratie(this Toetsing toetsing)
    {
        var verwijzing = ((DeclaratieAntwoordbericht)toetsing.Inhoud).Verwijzing;
        return toetsing.Dossier.Declaraties.LastOrDefault(declaratie =>
            declaratie.Identificatie == verwijzing.Identificatie && declaratie.Herkomst.Dagtekening == verwijzing.Dagtekening);
    }

    /// <summary>A prestatie of a JW325 as it stood in the JW323, found by its client and ProductReferentie; null when it wasn't there.</summary>
    public static Prestatiemelding? Ingediend(this Toetsing toetsing, Prestatie prestatie, Declaratiemelding declaratie)
    {
        var sleutel = Prestatiesleutel.Van(prestatie);
        foreach (var melding in toetsing.Dossier.Prestaties.OpReferentie(prestatie.ReferentieNummer))
            if (melding.Herkomst.BerichtId == declaratie.Herkomst.BerichtId && Prestatiesleutel.Van(melding.Prestatie) == sleutel) return melding;
        return null;
    }

    /// <summary>What was agreed on the product of a prestatie when its toewijzing was decided on, or in the period; nothing when no list is known.</summary>
    public static IEnumerable<Productafspraak> Afspraken(this Toetsing toetsing, Prestatie prestatie, ToegewezenProduct toewijzing) =>
        toetsing.Bronnen.Productcodes?.Zoek(
            prestatie.ProductCategorie, prestatie.ProductCode, toewijzing.Toewijzingsdatum, toewijzing.Ingangsdatum, prestatie.Periode.Begin) ?? [];

    /// <summary>The tariff of an agreement as a prestatie shows it in this Eenheid; null when the agreement doesn't say.</summary>
    public static int? TariefPer(this Productafspraak afspraak, string eenheid)
    {
        if (afspraak.Tarief is not { } tarief) return null;
        if (afspraak.Eenheid is null || afspraak.Eenheid == eenheid) return tarief;
        return afspraak.Eenheid == Uur && eenheid == Minuut ? Afronding.Minuuttarief(tarief) : null;
    }
}
