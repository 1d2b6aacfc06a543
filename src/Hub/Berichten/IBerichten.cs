namespace Hub.Berichten;

/// <summary>The state of every bericht that was taken in or made; table <c>berichten</c>.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IBerichten
{
    /// <summary>The state of one bericht; null when there is none with this id.</summary>
    Task<BerichtStatus?> FindAsync(string berichtId, CancellationToken cancellation);

    /// <summary>Adds a bericht; gives its version, or null, and nothing changed, when it is there already.</summary>
    Task<string?> AddAsync(BerichtStatus bericht, CancellationToken cancellation);

    /// <summary>
    /// Replaces states that were read; <see cref="StorageFault.Conflict"/> when one has changed since. A bericht and the answer that the
    /// hub makes on it change together, or not at all.
    /// </summary>
    Task UpdateAsync(IReadOnlyList<BerichtStatus> berichten, CancellationToken cancellation);

    /// <summary>Removes a bericht that is destroyed; no error when it is gone already.</summary>
    Task RemoveAsync(string berichtId, CancellationToken cancellation);

    /// <summary>All berichten in the order of their ids, while they are read; what is added meanwhile may be among them or not.</summary>
    /// <param name="after">Begins behind this id, or at the first that begins with this text, such as <c>0503-</c>; null to begin at the
    /// first of all.</param>
    /// <param name="cancellation">Stops it.</param>
    IAsyncEnumerable<BerichtStatus> AllAsync(string? after, CancellationToken cancellation);

    /// <summary>Whether the table answers; throws when not.</summary>
    Task ProbeAsync(CancellationToken cancellation);
}
