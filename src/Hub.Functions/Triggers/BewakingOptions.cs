namespace Hub.Functions.Triggers;

/// <summary>What <see cref="Bewaking"/> needs to know.</summary>
/// <param name="OldWork">After how long unfinished work is queued again.</param>
public sealed record BewakingOptions(TimeSpan OldWork);
