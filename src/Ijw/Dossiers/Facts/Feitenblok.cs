namespace Ijw.Dossiers.Facts;

/// <summary>Feiten as bytes: compact, and the same for the same feiten in whatever order they are given.</summary>
/// <remarks>
/// A block is: the version, all texts once (UTF-8), each <see cref="Herkomst"/> once, then the feiten by BerichtId, kind and place. Numbers go
/// seven bits to a byte, the lowest first. A prestatie takes about 40 bytes.
/// </remarks>
public static class Feitenblok
{
    /// <summary>The version of the encoding that is written; another is not read.</summary>
    public const int Versie = 1;

    /// <summary>Writes feiten; of several with the same identity the last counts.</summary>
    /// <exception cref="ArgumentException">Feiten of one bericht differ in their <see cref="Herkomst"/>.</exception>
    public static byte[] Schrijf(IEnumerable<Feit> feiten)
    {
        ArgumentNullException.ThrowIfNull(feiten);
        var volgorde = feiten.OrderBy(feit => feit.Herkomst.BerichtId, StringComparer.Ordinal).ThenBy(feit => feit.Soort).ThenBy(feit => feit.Plaats).ToList();
        var uniek = new List<Feit>(volgorde.Count);
        foreach (var feit in volgorde)
        {
            if (uniek.Count > 0 && IsZelfde(uniek[^1], feit)) uniek[^1] = feit;
            else uniek.Add(feit);
        }

        for (var i = 1; i < uniek.Count; i++)
            if (uniek[i].Herkomst.BerichtId == uniek[i - 1].Herkomst.BerichtId && uniek[i].Herkomst != uniek[i - 1].Herkomst)
                throw new ArgumentException("Feiten of one bericht must have one Herkomst.", nameof(feiten));
        return new Feitschrijver().Schrijf(uniek);
    }

    /// <summary>Reads what <see cref="Schrijf"/> wrote, in its order; for many blocks a <see cref="Feitenlezer"/> takes less memory.</summary>
    /// <exception cref="InvalidDataException">The bytes are no feiten, or of another version.</exception>
    public static IReadOnlyList<Feit> Lees(ReadOnlySpan<byte> bytes) => new Feitenlezer().Lees(bytes);

    private static bool IsZelfde(Feit een, Feit ander) =>
        (een.Plaats, een.Soort) == (ander.Plaats, ander.Soort) && een.Herkomst.BerichtId == ander.Herkomst.BerichtId;
}
