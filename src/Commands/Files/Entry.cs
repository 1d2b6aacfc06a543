namespace Commands.Files;

/// <summary>Something that was found in a folder.</summary>
/// <param name="Path">Where it is; bytes of the name that are no UTF-8 are written as <c>\xE9</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Fault">Why it can't be read or entered, in Dutch, a clause; null as far as is known now.</param>
/// <param name="Identity">The same for the same folder, by whatever path; null for all but folders.</param>
/// <param name="IsLink">True when a link leads to it.</param>
public sealed record Entry(string Path, EntryKind Kind, string? Fault = null, string? Identity = null, bool IsLink = false)
{
    /// <summary>The name to hold against a pattern; a byte that is no UTF-8 is one character of it.</summary>
    public string Name { get; init; } = System.IO.Path.GetFileName(Path);
}
