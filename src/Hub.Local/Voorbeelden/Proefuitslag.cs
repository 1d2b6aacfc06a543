using Hub.Deelnemers;
using Hub.Local.Opstarten;

namespace Hub.Local.Voorbeelden;

/// <summary>What came of one sample.</summary>
public sealed record Proefuitslag
{
    /// <summary>The sample.</summary>
    public required Voorbeeld Voorbeeld { get; init; }

    /// <summary>Who sent it.</summary>
    public required Deelnemer Afzender { get; init; }

    /// <summary>The bytes that were sent.</summary>
    public required byte[] Inhoud { get; init; }

    /// <summary>What the hub answered.</summary>
    public required HubAntwoord Antwoord { get; init; }

    /// <summary>Its last status; null when it was refused.</summary>
    public Berichtstand? Stand { get; init; }

    /// <summary>What was found of it in the postbussen: the bericht itself and the retour on it.</summary>
    public IReadOnlyList<PostbusVondst> Vondsten { get; init; } = [];

    /// <summary>Taken in before this run: its postbus was emptied then.</summary>
    public bool IsEerder { get; init; }

    /// <summary>What is not as voorbeelden.json says, in plain Dutch; none when all is well.</summary>
    public IReadOnlyList<string> Fouten { get; init; } = [];
}
