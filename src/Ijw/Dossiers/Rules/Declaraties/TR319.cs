using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The ProductPeriode ends no later than the DeclaratiePeriode (rules.md 6), so that it begins no later either (TR137); credits are left
/// alone (IV085).
/// </summary>
internal sealed class TR319 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                var end = ((DeclaratieBericht)assessment.Content).Declaratie.Value.Period.End;
                if (prestatie.Value.Period.End > end)
                {
                    assessment.Report(prestatie, "ProductPeriode");
                }
            }
        );
}
