namespace Ijw.Model.Datatypes;

/// <summary>The XML Schema type that a datatype restricts (messages.md 2.6).</summary>
public enum Basistype
{
    /// <summary>xs:string: white space counts, lengths are in characters.</summary>
    Text,

    /// <summary>xs:integer: sign and leading zeros allowed, white space around it ignored.</summary>
    Whole,

    /// <summary>xs:date without time zone.</summary>
    Date,

    /// <summary>xs:time without time zone; fractions and 24:00:00 allowed.</summary>
    Time,
}
