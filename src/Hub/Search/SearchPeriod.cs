namespace Hub.Search;

/// <summary>A stretch of time.</summary>
/// <param name="From">The first moment (UTC); null for the beginning.</param>
/// <param name="Until">The first moment that is not in it any more (UTC); null for no end.</param>
public readonly record struct SearchPeriod(DateTimeOffset? From, DateTimeOffset? Until);
