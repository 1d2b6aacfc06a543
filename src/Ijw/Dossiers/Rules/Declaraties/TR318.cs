using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The DeclaratiePeriode of a pair never goes back (rules.md 6). The same month again is allowed (rules.md 11.9); months that are passed
/// over are advice, because nobody but the aanbieder knows whether care was delivered in them.
/// </summary>
internal sealed class TR318 : DossierRule
{
    private const string Period = "DeclaratiePeriode";

    public override void Bind(DossierBinding binding) =>
        binding.On<DeclaratieBericht>(
            (bericht, assessment) =>
            {
                if (assessment.Dossier.Declaraties.Count == 0)
                {
                    return;
                }
                var previous = Month(assessment.Dossier.Declaraties.Max(earlier => earlier.Declaratie.Period.Begin));
                var month = Month(bericht.Declaratie.Value.Period.Begin);
                if (month < previous)
                {
                    assessment.Report(bericht.Declaratie, Period);
                }
                else if (month > previous + 1)
                {
                    assessment.Advise(bericht.Declaratie, Period, "gap");
                }
            },
            Step.Declaratie
        );

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;
}
