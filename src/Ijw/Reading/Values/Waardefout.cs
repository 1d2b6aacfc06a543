namespace Ijw.Reading.Values;

/// <summary>What is wrong with a value at level 1.</summary>
internal enum Waardefout
{
    /// <summary>Nothing.</summary>
    Geen,

    /// <summary>Fewer characters than the datatype asks.</summary>
    TeKort,

    /// <summary>More characters than the datatype allows.</summary>
    TeLang,

    /// <summary>Not as the pattern says.</summary>
    Patroon,

    /// <summary>Not in the code list.</summary>
    Codelijst,

    /// <summary>Not a whole number.</summary>
    GeenGetal,

    /// <summary>Below the smallest value.</summary>
    TeKlein,

    /// <summary>Above the largest value.</summary>
    TeGroot,

    /// <summary>Not an existing date as yyyy-mm-dd.</summary>
    GeenDatum,

    /// <summary>Not a time as hh:mm:ss.</summary>
    GeenTijd,
}
