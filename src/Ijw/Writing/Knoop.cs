using Ijw.Model;

namespace Ijw.Writing;

/// <summary>One element of a bericht in memory: an element of the model with a value, or with children in the order of the standard.</summary>
public sealed class Knoop
{
    private List<Knoop>? _kinderen;

    /// <summary>An element that stands by itself, with no value and no children yet.</summary>
    public Knoop(Element element) => Element = element ?? throw new ArgumentNullException(nameof(element));

    /// <summary>The declaration in the model.</summary>
    public Element Element { get; }

    /// <summary>The local name.</summary>
    public string Naam => Element.Naam;

    /// <summary>The element around it; null for the root.</summary>
    public Knoop? Ouder { get; private set; }

    /// <summary>The value as delivered, references resolved; null for an element that holds others.</summary>
    public string? Waarde { get; internal set; }

    /// <summary>1-based place among the siblings of its name; keeps counting what was left out when the bericht was read.</summary>
    public int Index { get; internal set; } = 1;

    /// <summary>The children, in the order of the standard.</summary>
    public IReadOnlyList<Knoop> Kinderen => _kinderen ?? (IReadOnlyList<Knoop>)[];

    /// <summary>The first child with this name; null when there is none.</summary>
    public Knoop? Kind(string naam)
    {
        if (_kinderen is null) return null;
        foreach (var kind in _kinderen)
            if (kind.Naam == naam) return kind;
        return null;
    }

    /// <summary>The first element at a path below this one, such as <c>BerichtIdentificatie/Dagtekening</c>; null when it isn't there.</summary>
    public Knoop? Zoek(string pad)
    {
        var knoop = this;
        foreach (var naam in pad.Split('/')) knoop = knoop?.Kind(naam);
        return knoop;
    }

    /// <summary>The value at a path below this one; null when it isn't there.</summary>
    public string? Lees(string pad) => Zoek(pad)?.Waarde;

    /// <summary>Adds an element that holds others, in its place among the children, and gives it.</summary>
    /// <exception cref="ArgumentException">The model has no such element here.</exception>
    public Knoop Voeg(string naam) => Voeg(new Knoop(Kies(naam)));

    /// <summary>Adds an element with a value, in its place among the children, and gives this one.</summary>
    /// <exception cref="ArgumentException">The model has no such element here.</exception>
    public Knoop Voeg(string naam, string waarde)
    {
        Voeg(new Knoop(Kies(naam)) { Waarde = waarde });
        return this;
    }

    /// <summary>Adds a whole element, in its place among the children, and gives it.</summary>
    /// <exception cref="ArgumentException">The model has no such element here, or it already stands somewhere.</exception>
    public Knoop Voeg(Knoop kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (kind.Ouder is not null) throw new ArgumentException($"{kind.Naam} already stands somewhere.", nameof(kind));
        var rang = Rang(kind.Element);
        if (rang < 0) throw new ArgumentException($"The model has no {kind.Naam} in {Naam}.", nameof(kind));
        _kinderen ??= [];
        var at = _kinderen.Count;
        while (at > 0 && Rang(_kinderen[at - 1].Element) > rang) at--;
        kind.Ouder = this;
        kind.Index = at > 0 && ReferenceEquals(_kinderen[at - 1].Element, kind.Element) ? _kinderen[at - 1].Index + 1 : 1;
        _kinderen.Insert(at, kind);
        return kind;
    }

    /// <summary>Adds a child that was read, behind the others, and gives it.</summary>
    internal Knoop Sluitaan(Knoop kind)
    {
        kind.Ouder = this;
        (_kinderen ??= []).Add(kind);
        return kind;
    }

    /// <inheritdoc/>
    public override string ToString() => Ouder is null ? Naam : $"{Ouder}/{Naam}";

    private Element Kies(string naam)
    {
        foreach (var element in Element.Kinderen)
            if (element.Naam == naam) return element;
        throw new ArgumentException($"The model has no {naam} in {Naam}.", nameof(naam));
    }

    private int Rang(Element kind)
    {
        for (var rang = 0; rang < Element.Kinderen.Count; rang++)
            if (ReferenceEquals(Element.Kinderen[rang], kind)) return rang;
        return -1;
    }
}
