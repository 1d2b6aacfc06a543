namespace Ijw.Model;

/// <summary>A kind of bericht: its names, its answer and its declarative tree (D4).</summary>
public sealed class Berichtsoort
{
    /// <summary>The namespace of the basisschema.</summary>
    public const string BasisNamespace = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema";

    /// <summary>The name, such as <c>JW301</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Header.BerichtCode (COD002-VEKTIS), such as <c>436</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it is for, in Dutch.</summary>
    public required string Description { get; init; }

    /// <summary>The name of its answer (retour or JW325); null for an answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The heenbericht of a retour; null for all others, also the JW325.</summary>
    public Berichtsoort? Heenbericht { get; init; }

    /// <summary>The children of the root element Bericht: the Header and the content.</summary>
    public required IReadOnlyList<Element> Content { get; init; }

    /// <summary>True for the six retourberichten (302, 306, 308, 316, 318, 320): Header parties are those of the heenbericht.</summary>
    public bool IsRetour => Heenbericht is not null;

    /// <summary>True for the JW323, which is answered with a bericht of its own, the JW325, and has many clients.</summary>
    public bool IsDeclaratie { get; init; }

    /// <summary>The namespace of the bericht.</summary>
    public string Namespace => $"http://www.istandaarden.nl/ijw/3_2/{Name.ToLowerInvariant()}/schema";

    /// <summary>The root element.</summary>
    public Element Root => field ??= Shapes.Klasse("Bericht", [.. Content]);

    /// <summary>The retourbericht on <paramref name="heen"/>: every class of it, each with its RetourCodes (retour.md 2.2).</summary>
    internal static Berichtsoort RetourOf(Berichtsoort heen, string name, string code, string description) =>
        new()
        {
            Name = name,
            Code = code,
            Description = description,
            Heenbericht = heen,
            Content =
            [
                HeaderShapes.Retour(code, heen.Content[0]),
                .. heen.Content.Skip(1).Select(klasse => WithRetourCodes(klasse).Optional()),
            ],
        };

    private static Element WithRetourCodes(Element element) =>
        element.Kind switch
        {
            ElementKind.Klasse => element with { Children = [.. element.Children.Select(WithRetourCodes), Shapes.RetourCodes()] },
            ElementKind.List => element with { Children = [.. element.Children.Select(WithRetourCodes)] },
            _ => element,
        };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
