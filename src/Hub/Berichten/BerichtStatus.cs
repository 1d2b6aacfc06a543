using Hub.Archief;
using Hub.Deelnemers;

namespace Hub.Berichten;

/// <summary>What the hub keeps of one bericht: its header, verdict and trail; never its content.</summary>
public sealed record BerichtStatus
{
    /// <summary>See <see cref="Berichten.BerichtId"/>.</summary>
    public required string BerichtId { get; init; }

    /// <summary>The Header as it came in.</summary>
    public required BerichtHeader Header { get; init; }

    /// <summary>The verdict: of level 1 and 2 when it was taken in, of all levels once it is processed. Goedgekeurd or afgekeurd.</summary>
    public required Oordeel Oordeel { get; init; }

    /// <summary>The findings, as many as fit in one row.</summary>
    public required IReadOnlyList<Bevinding> Bevindingen { get; init; }

    /// <summary>How many findings there were.</summary>
    public required int BevindingCount { get; init; }

    /// <summary>Where the bytes are.</summary>
    public required ArchiefReference Archief { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes of XML.</summary>
    public required long Length { get; init; }

    /// <summary>The date of receipt in Europe/Amsterdam; terms run from it.</summary>
    public required DateOnly Ontvangstdatum { get; init; }

    /// <summary>When each step was done.</summary>
    public required Trail Trail { get; init; }

    /// <summary>The id of the retour that the hub made on this bericht; null when it made none.</summary>
    public string? Retour { get; init; }

    /// <summary>The id of the bericht that this one answers; null when it is no answer, or the hub never saw that bericht.</summary>
    public string? Heenbericht { get; init; }

    /// <summary>
    /// Its zaaksleutel, a keyed hash that tells nothing of the client (<see cref="Zaken.Zaaksleutel"/>); null before it is judged, and on
    /// an answer.
    /// </summary>
    public string? Zaak { get; init; }

    /// <summary>
    /// True for a bericht from before the hub, which the initial load brought (limits.md section 3); it is delivered to nobody.
    /// </summary>
    public bool IsHistory { get; init; }

    /// <summary>
    /// True for a bericht from before the hub that was loaded with the word that what has no retour was accepted; it counts as accepted
    /// until its retour is loaded too.
    /// </summary>
    public bool IsHistoryWithoutRetour { get; init; }

    /// <summary>The version of the row for optimistic concurrency; null while it is not stored.</summary>
    public string? Version { get; init; }

    /// <summary>Whether <paramref name="deelnemer"/> is one of its two parties; to anyone else it does not exist (D11).</summary>
    public bool IsOf(Deelnemer deelnemer)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        return Header.Afzender == deelnemer.Code || Header.Ontvanger == deelnemer.Code;
    }

    /// <summary>True when it breaks level 1 or 2, whatever the levels above have come to.</summary>
    public bool IsTechnicallyRejected => Bevindingen.Any(bevinding => bevinding is { Level: <= 2, Advice: false });

    /// <summary>True once every effect of the bericht has taken place.</summary>
    public bool IsProcessed => Trail.Processed is not null;
}
