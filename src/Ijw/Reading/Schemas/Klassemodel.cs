using Ijw.Model.Datatypes;

namespace Ijw.Reading.Schemas;

/// <summary>A berichtklasse in its context, with the fields of its record: its own values, those of its complex datatypes, and the lists and classes in it.</summary>
internal sealed class Klassemodel
{
    /// <summary>A record keeps in one bit per field whether it is there.</summary>
    private const int MeesteVelden = 64;

    private readonly List<Veld> _velden = [];
    private readonly Dictionary<string, Veld> _opPad = [];

    internal Klassemodel(SchemaNode node)
    {
        Node = node;
        IsHeader = node.Element.Naam == "Header";
    }

    /// <summary>True for the Header of a bericht.</summary>
    public bool IsHeader { get; }

    /// <summary>The node that opens the class.</summary>
    public SchemaNode Node { get; }

    /// <summary>Its place among the classes of the berichtsoort.</summary>
    public int Id { get; set; }

    /// <summary>The name of the class, such as <c>ToegewezenProduct</c>.</summary>
    public string Naam => Node.Element.Naam;

    /// <summary>The fields in document order; groups come before what is in them.</summary>
    public IReadOnlyList<Veld> Velden => _velden;

    /// <summary>BerichtIdentificatie.Dagtekening, which many rules compare with; only a Header has it.</summary>
    public Veld Dagtekening => field ??= Veld("BerichtIdentificatie/Dagtekening");

    /// <summary>The class around this one; null for the root.</summary>
    public Klassemodel? Ouder
    {
        get
        {
            var node = Node.Parent;
            while (node is { Klasse: null }) node = node.Parent;
            return node?.Klasse;
        }
    }

    /// <summary>True when a bericht can have more than one of it.</summary>
    public bool KomtVakerVoor
    {
        get
        {
            for (var node = Node; node is not null; node = node.Parent)
                if (node.Element.Max > 1) return true;
            return false;
        }
    }

    /// <summary>The leaves that make up the key of this class alone (messages.md 4); empty when it has none.</summary>
    public IReadOnlyList<Veld> Sleutel =>
        [.. _velden.Where(veld => veld.Node.IsLeaf && (veld.Node.Element.Sleutel || (veld.Node.Parent!.Owner == this && veld.Node.Parent.Element.Sleutel)))];

    /// <summary>The field at a path within the class, such as <c>Communicatie/Taal</c>.</summary>
    /// <exception cref="ArgumentException">The model has no such field: a mistake in a rule, found when the rules are put together.</exception>
    public Veld Veld(string pad) =>
        _opPad.TryGetValue(pad, out var veld) ? veld : throw new ArgumentException($"{Naam} has no field {pad}.", nameof(pad));

    /// <summary>True when the class has a field at <paramref name="pad"/>.</summary>
    public bool Kent(string pad) => _opPad.ContainsKey(pad);

    internal void Add(SchemaNode node)
    {
        if (_velden.Count == MeesteVelden) throw new InvalidOperationException($"{Naam} has more than {MeesteVelden} fields.");
        node.Slot = _velden.Count;
        var pad = node.Element.Naam;
        for (var ouder = node.Parent!; ouder != Node; ouder = ouder.Parent!) pad = $"{ouder.Element.Naam}/{pad}";
        var veld = new Veld(pad, node);
        _velden.Add(veld);
        _opPad.Add(pad, veld);
    }
}

/// <summary>A field of a class: a value, or a group, list or class of which the record knows whether it is there.</summary>
/// <param name="Pad">The path within the class, such as <c>Communicatie/Taal</c>.</param>
/// <param name="Node">The node of the model.</param>
internal sealed record Veld(string Pad, SchemaNode Node)
{
    /// <summary>Place in the record.</summary>
    public int Slot { get; } = Node.Slot;

    /// <summary>The base type; null for a group.</summary>
    public Basistype? Basis { get; } = Node.Element.Datatype?.Basis;

    /// <summary>True when the schema lets a value pass that is only white space: ReferentieNummer, DeclaratieNummer (messages.md 5.4).</summary>
    public bool MayBeBlank { get; } = Node.Element.Datatype is { Basis: Basistype.Tekst, Codelijst: null, Patroon: null };
}
