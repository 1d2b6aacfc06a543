namespace Hub.Beheer;

/// <summary>A file that may hold a bericht from before the hub, or something that was found and can't be read.</summary>
/// <param name="Name">By what people know it: its path in the folder or the zip.</param>
/// <param name="Open">Opens it for reading, or throws <see cref="IOException"/> or its like; null when there is nothing to open.</param>
/// <param name="Fault">Why there is nothing to open, in Dutch, a clause; null when there is.</param>
internal sealed record SourceFile(string Name, Func<Stream>? Open, string? Fault = null);
