namespace Ijw.Model.Datatypes;

/// <summary>One value of a code list.</summary>
/// <param name="Waarde">The code as text; leading zeros count.</param>
/// <param name="Betekenis">What it means, in plain Dutch.</param>
public readonly record struct Code(string Waarde, string Betekenis);

/// <summary>A code list of the standard (codelists.md).</summary>
public sealed class Codelijst
{
    private readonly Dictionary<string, Code> _codes;

    /// <summary>A list with its codes in the standard's order.</summary>
    public Codelijst(string naam, string omschrijving, params ReadOnlySpan<(string Waarde, string Betekenis)> codes)
    {
        Naam = naam;
        Omschrijving = omschrijving;
        var lijst = new Code[codes.Length];
        for (var i = 0; i < codes.Length; i++) lijst[i] = new Code(codes[i].Waarde, codes[i].Betekenis);
        Codes = lijst;
        _codes = lijst.ToDictionary(code => code.Waarde, StringComparer.Ordinal);
    }

    /// <summary>The id in the standard, such as <c>COD046</c>.</summary>
    public string Naam { get; }

    /// <summary>What the list is about, in Dutch.</summary>
    public string Omschrijving { get; }

    /// <summary>The codes in the standard's order.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The meaning of <paramref name="waarde"/>; null when it isn't in the list.</summary>
    public string? Betekenis(string waarde) => _codes.TryGetValue(waarde, out var code) ? code.Betekenis : null;
}
