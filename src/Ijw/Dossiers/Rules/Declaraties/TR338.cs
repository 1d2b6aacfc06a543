using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>A prestatie is on a toewijzing of this gemeente to this aanbieder (rules.md 6).</summary>
internal sealed class TR338 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                if (assessment.Dossier.Toewijzing(prestatie.Value.ToewijzingNummer) is null)
                {
                    assessment.Report(prestatie, "ToewijzingNummer");
                }
            }
        );
}
