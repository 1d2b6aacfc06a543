using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>The ProductPeriode ends on the last day of the month, or on the Einddatum when that lies earlier in it (rules.md 6).</summary>
internal sealed class TR388 : DossierRule
{
    public override void Bind(DossierBinding binding) =>
        binding.OnToegewezen(
            (prestatie, toewijzing, assessment) =>
            {
                var end = prestatie.Value.Period.End;
                var isSameMonth = (toewijzing.Period.End.Year, toewijzing.Period.End.Month) == (end.Year, end.Month);
                var expected = isSameMonth
                    ? toewijzing.Period.End
                    : new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month));
                if (end != expected)
                {
                    assessment.Report(prestatie, "ProductPeriode/Einddatum", isSameMonth ? "assignment" : "");
                }
            }
        );
}
