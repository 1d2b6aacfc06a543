using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>An answer belongs to a request of the aanbieder to this gemeente (rules.md 6).</summary>
internal sealed class TR355 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<AnswerBericht>(
            (bericht, assessment) =>
            {
                var verzoek = assessment.Dossier.Verzoek(bericht.Answer.Value.ReferentieAanbieder);
                if (!verzoek.Notices.Exists(notice => notice.Origin.Gemeente == assessment.Dossier.Gemeente))
                {
                    assessment.Report(bericht.Answer, "ReferentieAanbieder");
                }
            }
        );
}
