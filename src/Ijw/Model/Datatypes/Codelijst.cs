namespace Ijw.Model.Datatypes;

/// <summary>A code list of the standard (codelists.md).</summary>
public sealed class Codelijst
{
    private readonly Dictionary<string, Code> _codes;

    /// <summary>A list with its codes in the standard's order.</summary>
    public Codelijst(string name, string description, params ReadOnlySpan<(string Value, string Meaning)> codes)
    {
        Name = name;
        Description = description;
        var list = new Code[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            list[i] = new Code(codes[i].Value, codes[i].Meaning);
        }
        Codes = list;
        _codes = list.ToDictionary(code => code.Value, StringComparer.Ordinal);
    }

    /// <summary>The id in the standard, such as <c>COD046</c>.</summary>
    public string Name { get; }

    /// <summary>What the list is about, in Dutch.</summary>
    public string Description { get; }

    /// <summary>The codes in the standard's order.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The meaning of <paramref name="value"/>; null when it isn't in the list.</summary>
    public string? Meaning(string value) => _codes.TryGetValue(value, out var code) ? code.Meaning : null;
}
