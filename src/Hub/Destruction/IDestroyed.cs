namespace Hub.Destruction;

/// <summary>Keeps the proofs; they are added, never changed or removed.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IDestroyed
{
    /// <summary>Adds a proof; one that is there stays as it is.</summary>
    Task AddAsync(Destroyed proof, CancellationToken cancellation);

    /// <summary>All proofs of a gemeente, in the order of their ids.</summary>
    Task<IReadOnlyList<Destroyed>> OfGemeenteAsync(string gemeente, CancellationToken cancellation);
}
