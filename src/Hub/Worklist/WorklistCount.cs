namespace Hub.Worklist;

/// <summary>How many lines a list has.</summary>
/// <param name="Total">How many; at least so many when <paramref name="IsMore"/>.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
public readonly record struct WorklistCount(int Total, bool IsMore)
{
    /// <summary>Both together.</summary>
    public static WorklistCount operator +(WorklistCount one, WorklistCount other) =>
        new(one.Total + other.Total, one.IsMore || other.IsMore);

    /// <summary>Both together.</summary>
    public static WorklistCount Add(WorklistCount left, WorklistCount right) => left + right;
}
