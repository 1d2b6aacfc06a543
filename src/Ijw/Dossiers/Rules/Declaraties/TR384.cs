using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>Nothing is declared on a toewijzing that was removed (rules.md 6); credits go back on it freely.</summary>
internal sealed class TR384 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                if (assessment.Dossier.Toewijzing(prestatie.Value.ToewijzingNummer)?.Product.IsRemoved == true)
                {
                    assessment.Report(prestatie, "ToewijzingNummer");
                }
            }
        );
}
