namespace Hub.Local;

/// <summary>
/// How long is waited for what must happen before it counts as broken: a bound, not a pace, so it fits a laptop that does ten other things.
/// </summary>
internal static class Limits
{
    /// <summary>For one thing: a program that starts, a bericht that is processed, an answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
}
