using Ijw.Model.Datatypes;

namespace Ijw.Model;

/// <summary>One element declaration in its context: the unit of the model (D4).</summary>
public sealed record Element
{
    /// <summary>The local name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ElementKind Kind { get; init; }

    /// <summary>True when it lives in the namespace of the basisschema: the children of a CDT (messages.md 2.5).</summary>
    public bool Basis { get; init; }

    /// <summary>Fewest occurrences: 0 or 1.</summary>
    public int Min { get; init; } = 1;

    /// <summary>Most occurrences: 1, or <see cref="int.MaxValue"/> for unbounded.</summary>
    public int Max { get; init; } = 1;

    /// <summary>True for a sleutelelement: part of the key of its class (messages.md 4).</summary>
    public bool Key { get; init; }

    /// <summary>The datatype of a <see cref="ElementKind.Field"/>; null otherwise.</summary>
    public Datatype? Datatype { get; init; }

    /// <summary>
    /// The name of the complex datatype of a <see cref="ElementKind.Group"/>, such as <c>CDT_Product</c>; null otherwise.
    /// </summary>
    public string? GroupType { get; init; }

    /// <summary>The children in their fixed order (xs:sequence).</summary>
    public IReadOnlyList<Element> Children { get; init; } = [];

    /// <summary>The same element, not mandatory.</summary>
    public Element Optional() => this with { Min = 0 };

    /// <summary>The same element, repeatable.</summary>
    public Element Repeatable() => this with { Max = int.MaxValue };

    /// <summary>The same element as part of its class's key.</summary>
    public Element AsKey() => this with { Key = true };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
