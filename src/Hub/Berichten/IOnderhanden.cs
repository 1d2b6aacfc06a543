namespace Hub.Berichten;

/// <summary>A bericht whose effects have not all taken place.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Sessie">The session in which it is processed.</param>
/// <param name="Sinds">Since when (UTC).</param>
/// <param name="Round">How often its work was queued again; 0 when it was queued once, as it was taken in.</param>
/// <param name="RequeuedAt">When that was last (UTC); null in round 0.</param>
public sealed record Onderhanden(string BerichtId, string Sessie, DateTimeOffset Sinds, int Round = 0, DateTimeOffset? RequeuedAt = null)
{
    /// <summary>The version of the row; null while it is not stored.</summary>
    public string? Versie { get; init; }
}

/// <summary>What must still be done, written before it is done: the outbox; table <c>onderhanden</c>.</summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IOnderhanden
{
    /// <summary>Adds a row; when it is there already it stays as it was.</summary>
    Task VoegToeAsync(Onderhanden werk, CancellationToken cancellation);

    /// <summary>Adds a row, or lets the one that is there begin now: whoever read that one before can't remove it any more.</summary>
    Task RenewAsync(Onderhanden werk, CancellationToken cancellation);

    /// <summary>Whether there is a row of a bericht.</summary>
    Task<bool> HasAsync(string berichtId, CancellationToken cancellation);

    /// <summary>Removes the row that was read; nothing happens when it has changed since, or is gone.</summary>
    Task RemoveUnchangedAsync(Onderhanden werk, CancellationToken cancellation);

    /// <summary>Keeps the round and its moment of a row; false when the row is gone, which stays so.</summary>
    Task<bool> SetRoundAsync(Onderhanden werk, CancellationToken cancellation);

    /// <summary>Removes a row; no error when it is gone already.</summary>
    Task VerwijderAsync(string berichtId, CancellationToken cancellation);

    /// <summary>The rows from before <paramref name="grens"/> (UTC), in no particular order.</summary>
    IAsyncEnumerable<Onderhanden> VoorAsync(DateTimeOffset grens, CancellationToken cancellation);
}
