namespace Ijw.Dossiers;

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
        var uniek = new SortedDictionary<(string BerichtId, Feitsoort Soort, int Plaats), Feit>(Volgorde.Comparer);
        foreach (var feit in feiten) uniek[(feit.Herkomst.BerichtId, feit.Soort, feit.Plaats)] = feit;
        if (uniek.Values.Select(feit => feit.Herkomst).Distinct().CountBy(herkomst => herkomst.BerichtId).Any(aantal => aantal.Value > 1))
            throw new ArgumentException("Feiten of one bericht must have one Herkomst.", nameof(feiten));
        return new Feitschrijver().Schrijf([.. uniek.Values]);
    }

    /// <summary>Reads what <see cref="Schrijf"/> wrote, in its order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no feiten, or of another version.</exception>
    public static IReadOnlyList<Feit> Lees(ReadOnlySpan<byte> bytes) => new Feitlezer(bytes).Lees();

    private sealed class Volgorde : IComparer<(string BerichtId, Feitsoort Soort, int Plaats)>
    {
        public static readonly Volgorde Comparer = new();

        public int Compare((string BerichtId, Feitsoort Soort, int Plaats) x, (string BerichtId, Feitsoort Soort, int Plaats) y)
        {
            var verschil = string.CompareOrdinal(x.BerichtId, y.BerichtId);
            if (verschil == 0) verschil = x.Soort.CompareTo(y.Soort);
            return verschil == 0 ? x.Plaats.CompareTo(y.Plaats) : verschil;
        }
    }
}
