using System.Text;
using Ijw.Model;
using Ijw.Reading.Values;

namespace Ijw.Reading.Schemas;

/// <summary>An element of the model in its context, made ready for reading (D5).</summary>
internal sealed class SchemaNode
{
    private SchemaNode(Element element, SchemaNode? parent, int index, KlasseModel? owner, int bericht)
    {
        Element = element;
        Parent = parent;
        Index = index;
        IsLeaf = element.Kind == ElementKind.Field;
        Name = Encoding.UTF8.GetBytes(element.Name);
        Namespace = element.Basis ? IjwNamespaces.Basis : bericht;
        Owner = owner;
        if (element.Datatype is { } datatype)
        {
            Type = new LeafType(datatype);
        }
        if (element.Kind == ElementKind.Klasse)
        {
            Klasse = new KlasseModel(this);
        }
        Owner?.Add(this);
        Children = [.. element.Children.Select((kind, at) => new SchemaNode(kind, this, at, OwnerOf(kind), bericht))];
        IsFrame = Klasse is not null || Children.Any(child => child.IsFrame || child.Element.Max > 1);
    }

    /// <summary>Its place among all nodes of the berichtsoort.</summary>
    public int Id { get; set; }

    /// <summary>The declaration.</summary>
    public Element Element { get; }

    /// <summary>The node around it; null for the root.</summary>
    public SchemaNode? Parent { get; }

    /// <summary>Its place among its siblings, from 0.</summary>
    public int Index { get; }

    /// <summary>The local name in UTF-8.</summary>
    public byte[] Name { get; }

    /// <summary>The id of its namespace.</summary>
    public int Namespace { get; }

    /// <summary>Its children in schema order.</summary>
    public SchemaNode[] Children { get; }

    /// <summary>The class that this node opens; null when it isn't a class.</summary>
    public KlasseModel? Klasse { get; }

    /// <summary>The check on its value; null when it holds none.</summary>
    public LeafType? Type { get; }

    /// <summary>The class whose record holds this node as a field, or knows that it is there; null for what repeats.</summary>
    public KlasseModel? Owner { get; }

    /// <summary>Its place in the record of <see cref="Owner"/>.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>True when its record alone doesn't tell what is in it: a class, or what holds a class or something that repeats.</summary>
    public bool IsFrame { get; }

    /// <summary>True when it holds a value.</summary>
    public bool IsLeaf { get; }

    /// <summary>Compiles the tree of a berichtsoort.</summary>
    public static SchemaNode Compile(Berichtsoort kind) => new(kind.Root, null, 0, null, IjwNamespaces.Of(kind));

    /// <summary>
    /// The place among the children of the child with this name, from <paramref name="from"/> on, then before it; -1 when there is none.
    /// </summary>
    public int Find(ReadOnlySpan<byte> name, int from)
    {
        for (var i = from; i < Children.Length; i++)
        {
            if (name.SequenceEqual(Children[i].Name))
            {
                return i;
            }
        }
        for (var i = 0; i < from && i < Children.Length; i++)
        {
            if (name.SequenceEqual(Children[i].Name))
            {
                return i;
            }
        }
        return -1;
    }

    /// <inheritdoc/>
    public override string ToString() => Parent is null ? Element.Name : $"{Parent}/{Element.Name}";

    private KlasseModel? OwnerOf(Element child)
    {
        var record = Klasse ?? Owner;
        return child.Max == 1 ? record : null;
    }
}
