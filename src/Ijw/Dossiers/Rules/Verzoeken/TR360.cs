using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>That a request is under investigation comes first, and once (rules.md 6).</summary>
internal sealed class TR360 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<AnswerBericht>(
            (bericht, assessment) =>
            {
                var answer = bericht.Answer.Value;
                var earlier = assessment.Dossier.Verzoek(answer.ReferentieAanbieder).Answers;
                if (answer.IsInInvestigation && earlier.Count > 0)
                {
                    assessment.Report(bericht.Answer, "VerzoekAntwoord");
                }
            }
        );
}
