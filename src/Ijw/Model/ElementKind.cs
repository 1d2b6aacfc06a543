using Ijw.Model.Datatypes;

namespace Ijw.Model;

/// <summary>What an element is in the standard's model.</summary>
public enum ElementKind
{
    /// <summary>Holds a value of a <see cref="Datatype"/>.</summary>
    Field,

    /// <summary>A complex datatype (CDT): a few values that belong together.</summary>
    Group,

    /// <summary>A berichtklasse: the unit that rules and retourcodes are bound to.</summary>
    Klasse,

    /// <summary>A container around repeated classes; carries nothing itself.</summary>
    List,
}
