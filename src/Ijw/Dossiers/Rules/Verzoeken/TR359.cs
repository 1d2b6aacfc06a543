using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>A request that was honoured gets no answer any more (rules.md 6).</summary>
internal sealed class TR359 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<AnswerBericht>(
            (bericht, assessment) =>
            {
                if (assessment.Dossier.Verzoek(bericht.Answer.Value.ReferentieAanbieder).Toewijzingen.Count > 0)
                {
                    assessment.Report(bericht.Answer, "ReferentieAanbieder");
                }
            }
        );
}
