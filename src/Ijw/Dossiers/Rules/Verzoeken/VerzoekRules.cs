using Ijw.Content;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Rules.Shapes;

namespace Ijw.Dossiers.Rules.Verzoeken;

/// <summary>What the rules on requests and toewijzingen share.</summary>
internal static class VerzoekRules
{
    private static readonly DateOnly LastOldDay = new(2020, 12, 31);

    /// <summary>Whether a toewijzing is of the client, and current on the Dagtekening of the bericht.</summary>
    public static bool IsCurrent(this Assessment assessment, int number, ClientKey client) =>
        assessment.Dossier.Toewijzing(number) is { } toewijzing
        && toewijzing.Last.Client == client
        && toewijzing.IsCurrent(assessment.Content.Dagtekening);

    /// <summary>Whether what is asked for has no last day, or one after 31-12-2020 (rules.md 11.13).</summary>
    public static bool RunsPast2020(this TeWijzigenProduct product, ToegewezenProduct toewijzing) =>
        (product.Einddatum ?? toewijzing.Einddatum ?? DateOnly.MaxValue) > LastOldDay;

    /// <summary>Whether the same product covers some day of the period.</summary>
    public static bool Overlaps(this ProductPeriods periods, Product? product, Period period) =>
        periods.Overlaps(periods.Number(product?.Category), periods.Number(product?.Code), (period.Begin.DayNumber, period.End.DayNumber));

    /// <summary>Adds a product.</summary>
    public static void Add(this ProductPeriods periods, Product? product, Period period) =>
        periods.Add(periods.Number(product?.Category), periods.Number(product?.Code), (period.Begin.DayNumber, period.End.DayNumber));
}
