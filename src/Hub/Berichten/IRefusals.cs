namespace Hub.Berichten;

/// <summary>What was refused at level 1, and how much of each sender on a day; table <c>weigeringen</c>.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IRefusals
{
    /// <summary>Adds one.</summary>
    Task AddAsync(Refusal refusal, CancellationToken cancellation);

    /// <summary>All of them, while they are read.</summary>
    IAsyncEnumerable<Refusal> AllAsync(CancellationToken cancellation);

    /// <summary>Removes one; no error when it is gone already.</summary>
    Task RemoveAsync(Refusal refusal, CancellationToken cancellation);

    /// <summary>Whether one more refusal can be kept of a sender on a day.</summary>
    /// <param name="deelnemer">Code of the sender.</param>
    /// <param name="day">The day in the Netherlands.</param>
    /// <param name="bytes">How many bytes it has.</param>
    /// <param name="bounds">The most that is kept.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> HasRoomAsync(string deelnemer, DateOnly day, long bytes, RefusalBounds bounds, CancellationToken cancellation);

    /// <summary>The same, and counts it when it can: over all instances of the app together no more than the bounds is counted.</summary>
    Task<bool> TakeRoomAsync(string deelnemer, DateOnly day, long bytes, RefusalBounds bounds, CancellationToken cancellation);

    /// <summary>The one with this kenmerk; null when there is none. Throws <see cref="StorageException"/>.</summary>
    /// <param name="deelnemer">Whose it must be; null for whoever runs the hub, which looks through those of all and takes longer.</param>
    /// <param name="reference">The kenmerk that the sender was given.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<Refusal?> FindAsync(string? deelnemer, string reference, CancellationToken cancellation);
}
