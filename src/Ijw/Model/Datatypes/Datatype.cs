namespace Ijw.Model.Datatypes;

/// <summary>A simple datatype of the standard (LDT) as data: a base and its facets (messages.md 2.6).</summary>
public sealed record Datatype
{
    /// <summary>The name in the standard, such as <c>LDT_Naam</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The XML Schema type that it restricts.</summary>
    public Basistype Basis { get; init; } = Basistype.Text;

    /// <summary>Fewest characters (code points); null = no bound.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters (code points); null = no bound.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest value of a whole number; null = no bound.</summary>
    public long? Min { get; init; }

    /// <summary>Largest value of a whole number; null = no bound.</summary>
    public long? Max { get; init; }

    /// <summary>The pattern; null = none.</summary>
    public Pattern? Pattern { get; init; }

    /// <summary>The values allowed; null = any.</summary>
    public Codelijst? Codelijst { get; init; }

    /// <summary>The rule of the standard behind the pattern or base where it is not the usual one (CS015, CS025, CS319, RS047).</summary>
    public string? PatternRule { get; init; }

    /// <summary>The same datatype with one fixed value, as the Header's codes have.</summary>
    public Datatype Fixed(string text, string rule) => this with { Pattern = Pattern.Fixed(text), PatternRule = rule };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
