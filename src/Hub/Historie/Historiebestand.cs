namespace Hub.Historie;

/// <summary>A file that may hold a bericht from before the hub.</summary>
/// <param name="Naam">By what people know it: its path in the folder or the zip.</param>
/// <param name="Open">Opens it for reading.</param>
public sealed record Historiebestand(string Naam, Func<Stream> Open);

/// <summary>What came of a file.</summary>
public enum Historieuitkomst
{
    /// <summary>It was taken up now.</summary>
    Opgenomen,

    /// <summary>The hub had it already: from an earlier run, or because it was sent through the hub.</summary>
    WasEr,

    /// <summary>It was not taken up.</summary>
    Geweigerd,
}

/// <summary>What came of a file, and why.</summary>
/// <param name="Naam">The file.</param>
/// <param name="Uitkomst">What came of it.</param>
/// <param name="Aanbieder">The aanbieder of the bericht; null when the file holds none.</param>
/// <param name="Reden">Why it was refused, in plain Dutch, without any value of a field; null otherwise.</param>
public sealed record Historieresultaat(string Naam, Historieuitkomst Uitkomst, string? Aanbieder, string? Reden = null);

/// <summary>What may be loaded, and how.</summary>
/// <param name="Gemeente">Only berichten of this gemeente: CBS code, 4 digits.</param>
/// <param name="Aanbieders">Only berichten of these aanbieders: AGB codes, 8 digits.</param>
/// <param name="ZonderRetourAanvaard">Whether what has no retour counts as accepted, until its retour is loaded too.</param>
public sealed record Historieopties(string Gemeente, IReadOnlySet<string> Aanbieders, bool ZonderRetourAanvaard);
