using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Toewijzingen;

/// <summary>
/// A toewijzing has a ReferentieAanbieder when it directly honours a request, and then that of the request (rules.md 6). A reference that
/// is missing can't be proved wrong: where one seems to be missing, that is advice.
/// </summary>
internal sealed class TR379 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnToewijzing(
            (product, client, assessment) =>
            {
                if (product.Value.ReferentieAanbieder is { } reference)
                {
                    if (!IsGood(product.Value, client, assessment.Dossier.Verzoek(reference), assessment.Dossier))
                    {
                        assessment.Report(product, "ReferentieAanbieder");
                    }
                }
                else if (LooksLikeAnswer(product.Value, client, assessment.Dossier))
                {
                    assessment.Advise(product, "ReferentieAanbieder", "missing");
                }
            }
        );
        binding.On<ToewijzingBericht>(
            (bericht, assessment) =>
            {
                if (
                    !bericht.Products.Any(product =>
                        product.Value.ReferentieAanbieder is { } reference && IsWijziging(assessment.Dossier.Verzoek(reference))
                    )
                )
                {
                    return;
                }
                foreach (var product in bericht.Products)
                {
                    if (product.Value is { ReferentieAanbieder: null, IsRemoved: false })
                    {
                        assessment.Advise(product, "ReferentieAanbieder", "missing-beside");
                    }
                }
            }
        );
    }

    private static bool IsGood(ToegewezenProduct product, ClientKey client, VerzoekDossier verzoek, Dossier dossier)
    {
        if (!verzoek.Notices.Exists(notice => notice.Client == client && notice.Origin.Gemeente == dossier.Gemeente))
        {
            return false;
        }
        if (verzoek.Answers.Exists(answer => !answer.Answer.IsInInvestigation))
        {
            return false;
        }
        return verzoek.Toewijzingen.Count == 0 || verzoek.Toewijzingen.Exists(earlier => IsRepetition(earlier.Product, product));
    }

    /// <summary>The same version sent again keeps its reference (rules.md 11.24).</summary>
    private static bool IsRepetition(ToegewezenProduct earlier, ToegewezenProduct now) =>
        (earlier.ToewijzingNummer, earlier.ToewijzingDate, earlier.ToewijzingTime)
        == (now.ToewijzingNummer, now.ToewijzingDate, now.ToewijzingTime);

    private static bool IsWijziging(VerzoekDossier verzoek) => verzoek.Notices.Exists(notice => notice.IsWijziging);

    private static bool LooksLikeAnswer(ToegewezenProduct product, ClientKey client, Dossier dossier)
    {
        if (product.RedenWijziging is not null || dossier.Toewijzing(product.ToewijzingNummer) is not null)
        {
            return false;
        }
        return dossier
            .Verzoeken(client)
            .Any(verzoek =>
                !verzoek.IsWijziging
                && verzoek.Product == product.Product
                && verzoek.Period!.Value.Overlaps(product.Period)
                && !dossier.Verzoek(verzoek.ReferentieAanbieder).IsHandled
            );
    }
}
