using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>What the rules on declaraties and their answers share.</summary>
internal static class DeclaratieRules
{
    private const string Minute = "01";
    private const string Hour = "04";

    /// <summary>The granted debet of the same client and toewijzing that a credit takes back; null when there is none.</summary>
    public static PrestatieNotice? Debet(this Assessment assessment, Prestatie credit)
    {
        if (credit.VorigReferentieNummer is not { } previous)
        {
            return null;
        }
        foreach (var notice in assessment.Dossier.Prestaties.OnReference(previous))
        {
            if (
                notice is { Outcome: PrestatieOutcome.Granted, Prestatie: { IsCredit: false } debet }
                && debet.Client == credit.Client
                && debet.ToewijzingNummer == credit.ToewijzingNummer
            )
            {
                return notice;
            }
        }

        return null;
    }

    /// <summary>
    /// The JW323 that a JW325 answers; null when the aanbieder sent none with that Identificatie and Dagtekening to the gemeente.
    /// </summary>
    public static DeclaratieNotice? Declaratie(this Assessment assessment)
    {
        var reference = ((DeclaratieAnswerBericht)assessment.Content).Reference;
        return assessment.Dossier.Declaraties.LastOrDefault(declaratie =>
            declaratie.Identificatie == reference.Identificatie && declaratie.Origin.Dagtekening == reference.Dagtekening
        );
    }

    /// <summary>
    /// A prestatie of a JW325 as it stood in the JW323, found by its client and ProductReferentie; null when it wasn't there.
    /// </summary>
    public static PrestatieNotice? Submitted(this Assessment assessment, Prestatie prestatie, DeclaratieNotice declaratie)
    {
        var key = PrestatieKey.Of(prestatie);
        foreach (var notice in assessment.Dossier.Prestaties.OnReference(prestatie.ReferentieNummer))
        {
            if (notice.Origin.BerichtId == declaratie.Origin.BerichtId && PrestatieKey.Of(notice.Prestatie) == key)
            {
                return notice;
            }
        }
        return null;
    }

    /// <summary>
    /// What was agreed on the product of a prestatie when its toewijzing was decided on, or in the period; nothing when no list is known.
    /// </summary>
    public static IEnumerable<ProductAgreement> Agreements(this Assessment assessment, Prestatie prestatie, ToegewezenProduct toewijzing) =>
        assessment.Sources.Productcodes?.Find(
            prestatie.ProductCategorie,
            prestatie.ProductCode,
            toewijzing.ToewijzingDate,
            toewijzing.Ingangsdatum,
            prestatie.Period.Begin
        ) ?? [];

    /// <summary>The tariff of an agreement as a prestatie shows it in this Eenheid; null when the agreement doesn't say.</summary>
    public static int? RatePer(this ProductAgreement agreement, string eenheid)
    {
        if (agreement.Rate is not { } rate)
        {
            return null;
        }
        if (agreement.Eenheid is null || agreement.Eenheid == eenheid)
        {
            return rate;
        }
        return agreement.Eenheid == Hour && eenheid == Minute ? Rounding.MinuteRate(rate) : null;
    }
}
