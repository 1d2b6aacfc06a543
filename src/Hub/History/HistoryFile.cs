namespace Hub.History;

/// <summary>A file that may hold a bericht from before the hub.</summary>
/// <param name="Name">By what people know it: its path in the folder or the zip.</param>
/// <param name="Open">Opens it for reading.</param>
public sealed record HistoryFile(string Name, Func<Stream> Open);
