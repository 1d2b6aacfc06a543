using Ijw.Model.Datatypes;

namespace Ijw.Reading.Schemas;

/// <summary>A field of a class: a value, or a group, list or class of which the record knows whether it is there.</summary>
/// <param name="Path">The path within the class, such as <c>Communicatie/Taal</c>.</param>
/// <param name="Node">The node of the model.</param>
internal sealed record Field(string Path, SchemaNode Node)
{
    /// <summary>Place in the record.</summary>
    public int Slot { get; } = Node.Slot;

    /// <summary>The base type; null for a group.</summary>
    public Basistype? Basis { get; } = Node.Element.Datatype?.Basis;

    /// <summary>
    /// True when the schema lets a value pass that is only white space: ReferentieNummer, DeclaratieNummer (messages.md 5.4).
    /// </summary>
    public bool MayBeBlank { get; } = Node.Element.Datatype is { Basis: Basistype.Text, Codelijst: null, Pattern: null };
}
