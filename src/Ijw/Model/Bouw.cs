using Ijw.Model.Datatypes;

namespace Ijw.Model;

/// <summary>The words in which the model is written down.</summary>
internal static class Bouw
{
    /// <summary>A value.</summary>
    public static Element Veld(string naam, Datatype datatype) => new() { Naam = naam, Soort = ElementSoort.Veld, Datatype = datatype };

    /// <summary>A complex datatype under its own name.</summary>
    public static Element Groep(string naam, Cdt groep) =>
        new() { Naam = naam, Soort = ElementSoort.Groep, Groepstype = groep.Naam, Kinderen = groep.Velden };

    /// <summary>A berichtklasse.</summary>
    public static Element Klasse(string naam, params Element[] kinderen) =>
        new() { Naam = naam, Soort = ElementSoort.Klasse, Kinderen = kinderen };

    /// <summary>A container of one or more of the class.</summary>
    public static Element Lijst(string naam, Element klasse) =>
        new() { Naam = naam, Soort = ElementSoort.Lijst, Kinderen = [klasse.Herhaalbaar()] };

    /// <summary>RetourCodes with one or more RetourCode (retour.md 2).</summary>
    public static Element RetourCodes() =>
        new() { Naam = "RetourCodes", Soort = ElementSoort.Lijst, Kinderen = [Veld("RetourCode", Ldt.RetourCode).Herhaalbaar()] };
}
