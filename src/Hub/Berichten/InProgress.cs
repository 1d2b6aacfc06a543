namespace Hub.Berichten;

/// <summary>A bericht whose effects have not all taken place.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Session">The session in which it is processed.</param>
/// <param name="Since">Since when (UTC).</param>
/// <param name="Round">How often its work was queued again; 0 when it was queued once, as it was taken in.</param>
/// <param name="RequeuedAt">When that was last (UTC); null in round 0.</param>
public sealed record InProgress(string BerichtId, string Session, DateTimeOffset Since, int Round = 0, DateTimeOffset? RequeuedAt = null)
{
    /// <summary>The version of the row; null while it is not stored.</summary>
    public string? Version { get; init; }
}
