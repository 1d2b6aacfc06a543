using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>All that is declared on a toewijzing fits in its budget: amounts in eurocent, not volumes (rules.md 6, 11.2).</summary>
internal sealed class TR369 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnTotal(
            (prestatie, toewijzing, assessment) =>
            {
                if (toewijzing.Budget is not { } budget)
                {
                    return;
                }
                var count = RunningCount.Of(Code, assessment, static (value, _) => value.Amount);
                if (!count.Take(prestatie, toewijzing, budget))
                {
                    assessment.Report(prestatie, "IngediendBedrag");
                }
            }
        );
}
