using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode doesn't end after the toewijzing (rules.md 6).</summary>
internal sealed class TR308 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                if (prestatie.Value.Period.End > toewijzing.Period.End)
                {
                    assessment.Report(prestatie, "ProductPeriode/Einddatum");
                }
            }
        );
}
