namespace Hub.Measures;

/// <summary>The middle of a number of days.</summary>
public static class Median
{
    /// <summary>The middle one; of an even number the mean of the two in the middle, exact; null when there are none.</summary>
    public static decimal? Of(IEnumerable<int> days)
    {
        int[] sorted = [.. days.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2m;
    }
}
