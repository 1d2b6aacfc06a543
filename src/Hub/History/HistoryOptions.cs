namespace Hub.History;

/// <summary>What may be loaded, and how.</summary>
/// <param name="Gemeente">Only berichten of this gemeente: CBS code, 4 digits.</param>
/// <param name="Aanbieders">Only berichten of these aanbieders: AGB codes, 8 digits.</param>
/// <param name="WithoutRetourAccepted">Whether what has no retour counts as accepted, until its retour is loaded too.</param>
public sealed record HistoryOptions(string Gemeente, IReadOnlySet<string> Aanbieders, bool WithoutRetourAccepted);
