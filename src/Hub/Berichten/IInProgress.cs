namespace Hub.Berichten;

/// <summary>What must still be done, written before it is done: the outbox; table <c>onderhanden</c>.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IInProgress
{
    /// <summary>Adds a row, or lets the one that is there begin now: whoever read that one before can't remove it any more.</summary>
    Task RenewAsync(InProgress work, CancellationToken cancellation);

    /// <summary>Whether there is a row of a bericht.</summary>
    Task<bool> HasAsync(string berichtId, CancellationToken cancellation);

    /// <summary>Removes the row that was read; nothing happens when it has changed since, or is gone.</summary>
    Task RemoveUnchangedAsync(InProgress work, CancellationToken cancellation);

    /// <summary>Keeps the round and its moment of a row; false when the row is gone, which stays so.</summary>
    Task<bool> SetRoundAsync(InProgress work, CancellationToken cancellation);

    /// <summary>Removes a row; no error when it is gone already.</summary>
    Task RemoveAsync(string berichtId, CancellationToken cancellation);

    /// <summary>The rows from before <paramref name="limit"/> (UTC), in no particular order.</summary>
    IAsyncEnumerable<InProgress> BeforeAsync(DateTimeOffset limit, CancellationToken cancellation);
}
