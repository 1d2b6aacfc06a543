using Ijw.Model;

namespace Ijw.Findings;

/// <summary>What checking one bericht gave.</summary>
/// <param name="Oordeel">The verdict.</param>
/// <param name="Kind">The kind of bericht; null when the root element does not tell.</param>
/// <param name="Header">The Header; null when it could not be read at level 1.</param>
/// <param name="Bevindingen">The findings in document order, at most <see cref="CheckOptions.MaxBevindingen"/>.</param>
/// <param name="BevindingCount">How many there were, also those past the bound.</param>
public sealed record CheckOutcome(
    Oordeel Oordeel,
    Berichtsoort? Kind,
    BerichtHeader? Header,
    IReadOnlyList<Bevinding> Bevindingen,
    int BevindingCount
);
