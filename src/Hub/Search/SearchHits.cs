namespace Hub.Search;

/// <summary>Rows that were read.</summary>
/// <param name="Hits">Newest first.</param>
/// <param name="HasMore">Whether there are more behind the last.</param>
public sealed record SearchHits(IReadOnlyList<SearchHit> Hits, bool HasMore);
