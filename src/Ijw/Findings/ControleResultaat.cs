using Ijw.Model;

namespace Ijw.Findings;

/// <summary>What checking one bericht gave.</summary>
/// <param name="Oordeel">The verdict.</param>
/// <param name="Soort">The kind of bericht; null when the root element does not tell.</param>
/// <param name="Kop">The Header; null when it could not be read at level 1.</param>
/// <param name="Bevindingen">The findings in document order, at most <see cref="ControleOpties.MaxBevindingen"/>.</param>
/// <param name="AantalBevindingen">How many there were, also those past the bound.</param>
public sealed record ControleResultaat(
    Oordeel Oordeel,
    Berichtsoort? Soort,
    Berichtkop? Kop,
    IReadOnlyList<Bevinding> Bevindingen,
    int AantalBevindingen);
