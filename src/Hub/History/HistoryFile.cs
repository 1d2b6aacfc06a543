namespace Hub.History;

/// <summary>A file that may hold a bericht from before the hub.</summary>
/// <param name="Name">By what people know it: its path in the folder or the zip.</param>
/// <param name="Open">Opens it for reading.</param>
public sealed record HistoryFile(string Name, Func<Stream> Open);

/// <summary>What came of a file.</summary>
public enum HistoryOutcome
{
    /// <summary>It was taken up now.</summary>
    Included,

    /// <summary>The hub had it already: from an earlier run, or because it was sent through the hub.</summary>
    WasThere,

    /// <summary>It was not taken up.</summary>
    Refused,
}

/// <summary>What came of a file, and why.</summary>
/// <param name="Name">The file.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Aanbieder">The aanbieder of the bericht; null when the file holds none.</param>
/// <param name="Reason">Why it was refused, in plain Dutch, without any value of a field; null otherwise.</param>
public sealed record HistoryFileOutcome(string Name, HistoryOutcome Outcome, string? Aanbieder, string? Reason = null);

/// <summary>What may be loaded, and how.</summary>
/// <param name="Gemeente">Only berichten of this gemeente: CBS code, 4 digits.</param>
/// <param name="Aanbieders">Only berichten of these aanbieders: AGB codes, 8 digits.</param>
/// <param name="WithoutRetourAccepted">Whether what has no retour counts as accepted, until its retour is loaded too.</param>
public sealed record HistoryOptions(string Gemeente, IReadOnlySet<string> Aanbieders, bool WithoutRetourAccepted);
