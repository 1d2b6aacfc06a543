using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The ProductPeriode begins on the first day of the month, or on the Ingangsdatum when that lies later in it (rules.md 6).
/// </summary>
internal sealed class TR387 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                var begin = prestatie.Value.Period.Begin;
                var start = toewijzing.Ingangsdatum;
                var isSameMonth = (start.Year, start.Month) == (begin.Year, begin.Month);
                if (begin != (isSameMonth ? start : new DateOnly(begin.Year, begin.Month, 1)))
                {
                    assessment.Report(prestatie, "ProductPeriode/Begindatum", isSameMonth ? "assignment" : "");
                }
            }
        );
}
