using Ijw.Content;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>The DeclaratieNummer is that of the JW323 (rules.md 6).</summary>
internal sealed class TR376 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<DeclaratieAnswerBericht>(
            (bericht, assessment) =>
            {
                if (bericht.Answer is not { } answer || assessment.Declaratie() is not { } declaratie)
                {
                    return;
                }
                if (declaratie.Declaratie.DeclaratieNummer != answer.Value.DeclaratieNummer)
                {
                    assessment.Report(answer, "DeclaratieNummer");
                }
            }
        );
}
