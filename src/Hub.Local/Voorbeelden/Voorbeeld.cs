namespace Hub.Local.Voorbeelden;

/// <summary>What is to come of a sample bericht.</summary>
public enum Uitkomst
{
    /// <summary>The receiver gets the bytes exactly as they were sent.</summary>
    Afgeleverd,

    /// <summary>The hub answers the sender with a retour or JW325; the receiver gets nothing.</summary>
    Retour,

    /// <summary>The hub does not take it in.</summary>
    Geweigerd,

    /// <summary>It was sent before: the hub takes it in under the same id and nothing is delivered again.</summary>
    Herhaling,
}

/// <summary>What voorbeelden.json says that is to come of a sample.</summary>
/// <param name="Uitkomst">Delivered, answered, refused or recognized.</param>
/// <param name="Bij">Code of the deelnemer in whose postbus it, or the retour on it, arrives.</param>
/// <param name="Soort">Berichtsoort of the retour.</param>
/// <param name="Antwoord">Berichtsoort of the approving retour that the hub sends back besides; null when the receiver answers itself.</param>
/// <param name="Status">HTTP status of a refusal.</param>
/// <param name="Regels">The rules that the hub finds broken; of a bericht that is delivered they are advice.</param>
public sealed record Verwachting(
    Uitkomst Uitkomst, string? Bij = null, string? Soort = null, string? Antwoord = null, int? Status = null, IReadOnlyList<string>? Regels = null);

/// <summary>One line of voorbeelden.json.</summary>
/// <param name="Bestand">File beside voorbeelden.json; made at run time when <paramref name="GrootTotBytes"/> is given.</param>
/// <param name="Omschrijving">What it shows, in plain Dutch.</param>
/// <param name="Afzender">Code of the deelnemer that sends it.</param>
/// <param name="Verwacht">What is to come of it.</param>
/// <param name="GrootTotBytes">At least how many bytes the bericht that is made at run time has.</param>
/// <param name="Gzip">Whether it is sent compressed.</param>
public sealed record Voorbeeld(
    string Bestand, string Omschrijving, string Afzender, Verwachting Verwacht, int? GrootTotBytes = null, bool Gzip = false);
