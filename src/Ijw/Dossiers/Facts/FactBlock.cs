namespace Ijw.Dossiers.Facts;

/// <summary>Feiten as bytes: compact, and the same for the same feiten in whatever order they are given.</summary>
/// <remarks>
/// A block is: the version, all texts once (UTF-8), each <see cref="Origin"/> once, then the feiten by BerichtId, kind and place. Numbers
/// go seven bits to a byte, the lowest first. A prestatie takes about 40 bytes.
/// </remarks>
public static class FactBlock
{
    /// <summary>The version of the encoding that is written: 2, since a refused prestatie says why.</summary>
    public const int Version = 2;

    /// <summary>The oldest version that is read: 1, in which a refused prestatie does not say why.</summary>
    public const int OldestVersion = 1;

    /// <summary>Writes feiten; of several with the same identity the last counts.</summary>
    /// <exception cref="ArgumentException">Feiten of one bericht differ in their <see cref="Origin"/>.</exception>
    public static byte[] Write(IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var order = facts
            .OrderBy(fact => fact.Origin.BerichtId, StringComparer.Ordinal)
            .ThenBy(fact => fact.Kind)
            .ThenBy(fact => fact.Place)
            .ToList();
        var unique = new List<Fact>(order.Count);
        foreach (var fact in order)
        {
            if (unique.Count > 0 && IsSame(unique[^1], fact))
            {
                unique[^1] = fact;
            }
            else
            {
                unique.Add(fact);
            }
        }

        for (var i = 1; i < unique.Count; i++)
        {
            if (unique[i].Origin.BerichtId == unique[i - 1].Origin.BerichtId && unique[i].Origin != unique[i - 1].Origin)
            {
                throw new ArgumentException("Feiten of one bericht must have one Herkomst.", nameof(facts));
            }
        }
        return new FactWriter().Write(unique);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, in its order; for many blocks a <see cref="FactsReader"/> takes less memory.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no feiten, or of another version.</exception>
    public static IReadOnlyList<Fact> Read(ReadOnlySpan<byte> bytes) => new FactsReader().Read(bytes);

    private static bool IsSame(Fact one, Fact other) =>
        (one.Place, one.Kind) == (other.Place, other.Kind) && one.Origin.BerichtId == other.Origin.BerichtId;
}
