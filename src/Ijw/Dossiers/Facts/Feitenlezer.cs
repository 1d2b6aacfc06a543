namespace Ijw.Dossiers.Facts;

/// <summary>Reads blocks of feiten that belong together, and keeps what they share (berichten, codes) once.</summary>
public sealed class Feitenlezer
{
    private readonly Dictionary<Herkomst, Herkomst> _herkomsten = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="Feitenblok.Schrijf"/> wrote, in its order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no feiten, or of another version.</exception>
    public IReadOnlyList<Feit> Lees(ReadOnlySpan<byte> bytes) => new Feitlezer(bytes, this).Lees();

    internal Herkomst Deel(Herkomst herkomst) => Deel(_herkomsten, herkomst);

    internal string Deel(string code) => Deel(_codes, code);

    private static T Deel<T>(Dictionary<T, T> bekend, T waarde)
        where T : notnull
    {
        if (bekend.TryGetValue(waarde, out var eerste)) return eerste;
        bekend.Add(waarde, waarde);
        return waarde;
    }
}
