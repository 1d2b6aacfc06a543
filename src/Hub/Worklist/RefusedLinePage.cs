namespace Hub.Worklist;

/// <summary>A part of the refused lines.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="Continuation">Give it to go on; null when this was the last.</param>
/// <param name="Unreadable">How many were left out because they can't be read; whoever runs the hub was told of them.</param>
public sealed record RefusedLinePage(IReadOnlyList<RefusedLine> Lines, string? Continuation, int Unreadable);
