using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode doesn't begin before the toewijzing (rules.md 6).</summary>
internal sealed class TR307 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                if (prestatie.Value.Period.Begin < toewijzing.Period.Begin)
                {
                    assessment.Report(prestatie, "ProductPeriode/Begindatum");
                }
            }
        );
}
