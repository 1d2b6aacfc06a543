using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Headers;

/// <summary>
/// A bericht isn't dated after the day of receipt in the Netherlands; a JW325 doesn't answer a declaratie of after it either (rules.md 7).
/// </summary>
internal sealed class TR135 : DossierRule
{
    public override void Bind(DossierBinding binding)
    {
        binding.OnHeader(
            (header, assessment) =>
            {
                if (assessment.Content.Dagtekening > assessment.Sources.Today)
                {
                    assessment.Report(header, "BerichtIdentificatie/Dagtekening");
                }
            }
        );
        binding.On<DeclaratieAnswerBericht>(
            (bericht, assessment) =>
            {
                if (bericht.Reference.Dagtekening > assessment.Sources.Today)
                {
                    assessment.Report(bericht.HeaderKlasse, "DeclaratieIdentificatie/Dagtekening");
                }
            },
            Step.HeaderKlasse
        );
    }
}
