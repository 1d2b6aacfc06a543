namespace Hub.Destruction;

/// <summary>Proof that a bericht was destroyed; of its content it has only the hash.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Berichtsoort">Name of the berichtsoort.</param>
/// <param name="Sha256">SHA-256 of the bytes that were there, in lower-case hex.</param>
/// <param name="Ontvangstdatum">When it had been received.</param>
/// <param name="Ground">On whose instruction, as the operator wrote it.</param>
/// <param name="Moment">When it was destroyed, in UTC.</param>
public sealed record Destroyed(
    string BerichtId,
    string Berichtsoort,
    string Sha256,
    DateOnly Ontvangstdatum,
    string Ground,
    DateTimeOffset Moment
);

/// <summary>Keeps the proofs; they are added, never changed or removed.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IDestroyed
{
    /// <summary>Adds a proof; one that is there stays as it is.</summary>
    Task AddAsync(Destroyed proof, CancellationToken cancellation);

    /// <summary>All proofs of a gemeente, in the order of their ids.</summary>
    Task<IReadOnlyList<Destroyed>> OfGemeenteAsync(string gemeente, CancellationToken cancellation);
}
