namespace Hub.Measures;

/// <summary>So many of so many; shares of months are added up part by part, never averaged.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct Share(long Part, long Whole)
{
    /// <summary>The percentage in tenths, rounded half up: 333 is 33,3%; null when there is nothing to divide by.</summary>
    public long? TenthsOfPercent => Rounded(1000);

    /// <summary>How many there are in a thousand, in tenths, rounded half up; null when there is nothing to divide by.</summary>
    public long? TenthsPerThousand => Rounded(10_000);

    /// <summary>Both together.</summary>
    public static Share operator +(Share one, Share other) => new(one.Part + other.Part, one.Whole + other.Whole);

    /// <summary>Both together.</summary>
    public static Share Add(Share left, Share right) => left + right;

    // Amounts of a region in a year times twenty thousand are far below what 64 bits hold.
    private long? Rounded(long scale) => Whole == 0 ? null : checked((Part * scale * 2) + Whole) / (Whole * 2);
}
