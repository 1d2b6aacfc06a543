namespace Hub.Worklist;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Continuation">Give it to go on; null when this was the last.</param>
/// <param name="Unreadable">How many lines were left out because they can't be read; whoever runs the hub was told of them.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistItem> Items, string? Continuation, int Unreadable);
