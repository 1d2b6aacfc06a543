namespace Hub.Archief;

/// <summary>Something that a container holds.</summary>
/// <param name="Place">Where.</param>
/// <param name="Created">When it was stored (UTC); null when the storage does not say.</param>
/// <param name="Properties">What stands beside it; null for bytes that were staged and never stored.</param>
/// <param name="IsSuperseded">
/// True for a version that was replaced or removed: it can't be removed from here, the lifecycle of its container ends it.
/// </param>
public sealed record StoredBlob(ArchiefReference Place, DateTimeOffset? Created, ArchiefProperties? Properties, bool IsSuperseded);
