namespace Ijw.Dossiers.Facts;

/// <summary>Reads blocks of feiten that belong together, and keeps what they share (berichten, codes) once.</summary>
public sealed class FactsReader
{
    private readonly Dictionary<Origin, Origin> _origins = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="FactBlock.Write"/> wrote, in its order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no feiten, or of another version.</exception>
    public IReadOnlyList<Fact> Read(ReadOnlySpan<byte> bytes) => new FactReader(bytes, this).Read();

    internal Origin Part(Origin origin) => Part(_origins, origin);

    internal string Part(string code) => Part(_codes, code);

    private static T Part<T>(Dictionary<T, T> known, T value)
        where T : notnull
    {
        if (known.TryGetValue(value, out var first))
        {
            return first;
        }
        known.Add(value, value);
        return value;
    }
}
