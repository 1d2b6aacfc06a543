namespace Ijw.Model.Datatypes;

/// <summary>One value of a code list.</summary>
/// <param name="Value">The code as text; leading zeros count.</param>
/// <param name="Meaning">What it means, in plain Dutch.</param>
public readonly record struct Code(string Value, string Meaning);
