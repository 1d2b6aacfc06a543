using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>After a refusal no answer follows (rules.md 6).</summary>
internal sealed class TR365 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<AnswerBericht>(
            (bericht, assessment) =>
            {
                var verzoek = assessment.Dossier.Verzoek(bericht.Answer.Value.ReferentieAanbieder);
                if (verzoek.Answers.Exists(answer => !answer.Answer.IsInInvestigation))
                {
                    assessment.Report(bericht.Answer, "ReferentieAanbieder");
                }
            }
        );
}
