namespace Ijw.Reading.Values;

/// <summary>What is wrong with a value at level 1.</summary>
internal enum ValueFault
{
    /// <summary>Nothing.</summary>
    No,

    /// <summary>Fewer characters than the datatype asks.</summary>
    TooShort,

    /// <summary>More characters than the datatype allows.</summary>
    TooLong,

    /// <summary>Not as the pattern says.</summary>
    Pattern,

    /// <summary>Not in the code list.</summary>
    Codelijst,

    /// <summary>Not a whole number.</summary>
    NoNumber,

    /// <summary>Below the smallest value.</summary>
    TooSmall,

    /// <summary>Above the largest value.</summary>
    TooLarge,

    /// <summary>Not an existing date as yyyy-mm-dd.</summary>
    NoDate,

    /// <summary>Not a time as hh:mm:ss.</summary>
    NoTime,
}
