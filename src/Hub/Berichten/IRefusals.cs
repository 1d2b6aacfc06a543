using Hub.Archief;

namespace Hub.Berichten;

/// <summary>What was sent in and is no bericht (D8).</summary>
public sealed record Refusal
{
    /// <summary>The id under which it is known; also the last part of its name in the archive.</summary>
    public required string Reference { get; init; }

    /// <summary>Code of the deelnemer that sent it.</summary>
    public required string Deelnemer { get; init; }

    /// <summary>The gemeente that its Header names; null when no Header could be read.</summary>
    public string? Gemeente { get; init; }

    /// <summary>The findings, as many as fit in one row.</summary>
    public required IReadOnlyList<Bevinding> Bevindingen { get; init; }

    /// <summary>How many findings there were.</summary>
    public required int BevindingCount { get; init; }

    /// <summary>Where the bytes are.</summary>
    public required ArchiefReference Archief { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When the last byte came in (UTC).</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>
    /// The last day (Europe/Amsterdam) on which the bytes are certain to be there, when they are kept for <paramref name="days"/> days.
    /// </summary>
    public DateOnly KeptUntil(int days) => Calendar.Day(Received.AddDays(days));
}

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
