using Ijw.Reading.Schemas;

namespace Ijw.Content;

/// <summary>How to get to a class from the one around it, and the fields in it that a finding can point at, in document order.</summary>
internal sealed class KlasseShape(string steps, params string[] fields)
{
    private Field[]? _fields;

    /// <summary>The steps, lists included: <c>Prestaties/Prestatie</c>.</summary>
    public string Steps => steps;

    /// <summary>The place of a field.</summary>
    public int Place(string field) =>
        Array.IndexOf(fields, field) is >= 0 and var place
            ? place
            : throw new ArgumentException($"{steps} keeps no position of {field}.", nameof(field));

    /// <summary>The fields in the model.</summary>
    public Field[] Fields(KlasseModel klasse) => _fields ??= [.. fields.Select(klasse.Field)];
}
