using Ijw.Model.Datatypes;

namespace Ijw.Model;

/// <summary>The words in which the model is written down.</summary>
internal static class Shapes
{
    /// <summary>A value.</summary>
    public static Element Field(string name, Datatype datatype) =>
        new()
        {
            Name = name,
            Kind = ElementKind.Field,
            Datatype = datatype,
        };

    /// <summary>A complex datatype under its own name.</summary>
    public static Element Group(string name, Cdt group) =>
        new()
        {
            Name = name,
            Kind = ElementKind.Group,
            GroupType = group.Name,
            Children = group.Fields,
        };

    /// <summary>A berichtklasse.</summary>
    public static Element Klasse(string name, params Element[] children) =>
        new()
        {
            Name = name,
            Kind = ElementKind.Klasse,
            Children = children,
        };

    /// <summary>A container of one or more of the class.</summary>
    public static Element List(string name, Element klasse) =>
        new()
        {
            Name = name,
            Kind = ElementKind.List,
            Children = [klasse.Repeatable()],
        };

    /// <summary>RetourCodes with one or more RetourCode (retour.md 2).</summary>
    public static Element RetourCodes() =>
        new()
        {
            Name = "RetourCodes",
            Kind = ElementKind.List,
            Children = [Field("RetourCode", Ldt.RetourCode).Repeatable()],
        };
}
