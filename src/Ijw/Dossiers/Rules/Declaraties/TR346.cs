using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>
/// The amount is volume times tariff (rules.md 7). Minutes under a contract per hour go by the hour tariff (process.md 7.5): with a list of
/// products exactly, without one within what rounding the tariff per minute can have taken (rules.md 11.21).
/// </summary>
internal sealed class TR346 : DossierRule
{
    private const string Euro = "83";
    private const string Minute = "01";
    private const string Hour = "04";

    public override void Bind(DossierBinding binding) =>
        binding.OnDebet(
            (prestatie, assessment) =>
            {
                var value = prestatie.Value;
                if (value.Eenheid == Euro || value.ProductTarief is not { } rate)
                {
                    return;
                }
                var isRight =
                    value.Eenheid == Minute
                        ? FitsMinutes(value, rate, HourRates(value, assessment))
                        : value.Amount == (long)value.GeleverdVolume * rate;
                if (!isRight)
                {
                    assessment.Report(prestatie, "IngediendBedrag");
                }
            }
        );

    private static bool FitsMinutes(Prestatie prestatie, int rate, IReadOnlyList<int> hourRates) =>
        hourRates.Count > 0
            ? hourRates.Any(hourRate => Rounding.Amount(hourRate, prestatie.GeleverdVolume) == prestatie.Amount)
            : Rounding.FitsMinutes(prestatie.Amount, prestatie.GeleverdVolume, rate);

    /// <summary>The tariffs per hour that were agreed on, unless one per minute was.</summary>
    private static IReadOnlyList<int> HourRates(Prestatie prestatie, Assessment assessment)
    {
        if (assessment.Toewijzing(prestatie) is not { Product: var toewijzing })
        {
            return [];
        }
        var agreements = assessment.Agreements(prestatie, toewijzing).Where(agreement => agreement.Rate is not null).ToList();
        if (agreements.Exists(agreement => agreement.Eenheid == Minute))
        {
            return [];
        }
        return [.. agreements.Where(agreement => agreement.Eenheid == Hour).Select(agreement => agreement.Rate!.Value)];
    }
}
