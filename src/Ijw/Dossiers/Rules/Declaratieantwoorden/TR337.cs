using Ijw.Content;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>A JW325 answers a JW323 that the aanbieder sent to this gemeente (rules.md 6).</summary>
internal sealed class TR337 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<DeclaratieAnswerBericht>(
            (bericht, assessment) =>
            {
                if (assessment.Declaratie() is null)
                {
                    assessment.Report(bericht.HeaderKlasse, "DeclaratieIdentificatie");
                }
            }
        );
}
