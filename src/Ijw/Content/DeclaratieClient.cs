using Ijw.Findings;

namespace Ijw.Content;

/// <summary>A client of a JW323 or JW325.</summary>
/// <param name="Key">The key of the client.</param>
/// <param name="Prestaties">The prestaties, in document order.</param>
public sealed record DeclaratieClient(ClientKey Key, IReadOnlyList<Klasse<Prestatie>> Prestaties)
{
    /// <summary>Of a JW325: the RetourCodes of each prestatie, at its place; empty in a JW323.</summary>
    public IReadOnlyList<IReadOnlyList<string>> PrestatieCodes { get; init; } = [];

    /// <summary>Of a JW325: the RetourCodes of the client itself; empty in a JW323.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>
    /// Why a prestatie was refused: its own codes and those of its client, without what says nothing (0200, 0233), in ascending order.
    /// </summary>
    /// <param name="place">The place of the prestatie in <see cref="Prestaties"/>.</param>
    public IReadOnlyList<string> RefusalCodes(int place) =>
        [
            .. (place < PrestatieCodes.Count ? PrestatieCodes[place] : [])
                .Concat(Codes)
                .Where(code => code is not (Retourcodes.NoRemark or Retourcodes.NotJudged))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
