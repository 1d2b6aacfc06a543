namespace Hub.Termijnen;

/// <summary>A part of what is late.</summary>
/// <param name="Termijnen">Longest first.</param>
/// <param name="Continuation">Give it to go on; null when this was the last.</param>
/// <param name="Unreadable">Ids of berichten on which something is late that can't be read; it was told of.</param>
public sealed record OverduePage(IReadOnlyList<Termijn> Termijnen, string? Continuation, IReadOnlyList<string> Unreadable);
