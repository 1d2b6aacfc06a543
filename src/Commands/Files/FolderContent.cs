namespace Commands.Files;

/// <summary>What a folder holds.</summary>
/// <param name="Entries">All that was found, by name.</param>
/// <param name="Fault">Why the list is not whole, in Dutch, a clause; null when it is.</param>
public sealed record FolderContent(IReadOnlyList<Entry> Entries, string? Fault);
