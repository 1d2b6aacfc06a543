namespace Hub.Berichten;

/// <summary>A bericht whose effects have not all taken place.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Sessie">The session in which it is processed.</param>
/// <param name="Sinds">Since when (UTC).</param>
/// <param name="Round">How often its work was queued again; 0 when it was queued once, as it was taken in.</param>
/// <param name="RequeuedAt">When that was last (UTC); null in round 0.</param>
public sealed record Onderhanden(string BerichtId, string Sessie, DateTimeOffset Sinds, int Round = 0, DateTimeOffset? RequeuedAt = null);

/// <summary>What must still be done, written before it is done: the outbox; table <c>onderhanden</c>.</summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IOnderhanden
{
    /// <summary>Adds a row; when it is there already it stays as it was.</summary>
    Task VoegToeAsync(Onderhanden werk, CancellationToken cancellation);

    /// <summary>Keeps the round and its moment of a row; false when the row is gone, which stays so.</summary>
    Task<bool> SetRoundAsync(Onderhanden werk, CancellationToken cancellation);

    /// <summary>Removes a row; no error when it is gone already.</summary>
    Task VerwijderAsync(string berichtId, CancellationToken cancellation);

    /// <summary>The rows from before <paramref name="grens"/> (UTC), in no particular order.</summary>
    IAsyncEnumerable<Onderhanden> VoorAsync(DateTimeOffset grens, CancellationToken cancellation);
}
