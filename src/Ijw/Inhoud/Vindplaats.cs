using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Inhoud;

/// <summary>Where one class stands.</summary>
/// <param name="Reeks">It and its siblings.</param>
/// <param name="Index">1-based place among them.</param>
/// <param name="Positie">Where its positions begin in <see cref="Posities"/>.</param>
internal readonly record struct Vindplaats(Reeks Reeks, int Index, int Positie)
{
    /// <summary>The path of the class.</summary>
    public string Pad => Reeks.Aantal > 1 ? $"{Reeks.Pad}[{Index}]" : Reeks.Pad;

    /// <summary>Path, line and column of a field of the class, or of the class itself; a field that is missing has those of where it should stand.</summary>
    public (string Pad, int Regelnummer, int Kolom) Van(string? veld)
    {
        var (regelnummer, kolom) = Reeks.Posities[Positie + (veld is null ? 0 : 1 + Reeks.Vorm.Plaats(veld))];
        return (veld is null ? Pad : $"{Pad}/{veld}", regelnummer, kolom);
    }
}

/// <summary>The classes of one name under one parent: they share a path, and an index shows only when there is more than one.</summary>
internal sealed class Reeks(Klassevorm vorm, Posities posities)
{
    /// <summary>The class around it, known when that closes; null for what stands in Bericht itself.</summary>
    public IKlasse? Ouder { get; set; }

    /// <summary>How many there are so far.</summary>
    public int Aantal { get; private set; }

    /// <summary>The fields of which the position is kept.</summary>
    public Klassevorm Vorm => vorm;

    /// <summary>The positions of the bericht.</summary>
    public Posities Posities => posities;

    /// <summary>The path without an index.</summary>
    public string Pad => $"{Ouder?.Plaats.Pad ?? "/Bericht"}/{vorm.Stappen}";

    /// <summary>Adds the class that has closed.</summary>
    public Vindplaats Voeg(Record record) => new(this, ++Aantal, posities.Voeg(record, vorm.Velden(record.Klasse)));
}

/// <summary>How to get to a class from the one around it, and the fields in it that a finding can point at, in document order.</summary>
internal sealed class Klassevorm(string stappen, params string[] velden)
{
    private Veld[]? _velden;

    /// <summary>The steps, lists included: <c>Prestaties/Prestatie</c>.</summary>
    public string Stappen => stappen;

    /// <summary>The place of a field.</summary>
    public int Plaats(string veld) =>
        Array.IndexOf(velden, veld) is >= 0 and var plaats ? plaats : throw new ArgumentException($"{stappen} keeps no position of {veld}.", nameof(veld));

    /// <summary>The fields in the model.</summary>
    public Veld[] Velden(Klassemodel klasse) => _velden ??= [.. velden.Select(klasse.Veld)];
}

/// <summary>Lines and columns of the classes of one bericht and of their fields.</summary>
internal sealed class Posities
{
    private readonly List<(int Regelnummer, int Kolom)> _posities = [];

    /// <summary>One of them.</summary>
    public (int Regelnummer, int Kolom) this[int index] => _posities[index];

    /// <summary>Adds those of a class that has closed: itself, then its fields; gives where they begin.</summary>
    public int Voeg(Record record, ReadOnlySpan<Veld> velden)
    {
        var begin = _posities.Count;
        Voeg(record.PositieVan(null));
        foreach (var veld in velden) Voeg(record.PositieVan(veld));
        return begin;
    }

    private void Voeg((long Offset, int Regelnummer, int Kolom) plaats) => _posities.Add((plaats.Regelnummer, plaats.Kolom));
}
