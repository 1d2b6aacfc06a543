using Ijw.Content;
using Ijw.Dossiers.Rules.Declaraties;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaratieantwoorden;

/// <summary>XsdVersieDeclaratie is the XsdVersie of the JW323 (rules.md 6).</summary>
internal sealed class TR371 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.On<DeclaratieAnswerBericht>(
            (bericht, assessment) =>
            {
                var (basis, version) = (bericht.Reference.BasisschemaXsdVersie, bericht.Reference.BerichtXsdVersie);
                if (
                    assessment.Declaratie() is { } declaratie
                    && (declaratie.BasisschemaXsdVersie != basis || declaratie.BerichtXsdVersie != version)
                )
                {
                    assessment.Report(bericht.HeaderKlasse, "XsdVersieDeclaratie");
                }
            }
        );
}
