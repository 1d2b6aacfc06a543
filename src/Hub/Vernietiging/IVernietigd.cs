namespace Hub.Vernietiging;

/// <summary>Proof that a bericht was destroyed; of its content it has only the hash.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Berichtsoort">Name of the berichtsoort.</param>
/// <param name="Sha256">SHA-256 of the bytes that were there, in lower-case hex.</param>
/// <param name="Ontvangstdatum">When it had been received.</param>
/// <param name="Grond">On whose instruction, as the operator wrote it.</param>
/// <param name="Moment">When it was destroyed, in UTC.</param>
public sealed record Vernietigd(string BerichtId, string Berichtsoort, string Sha256, DateOnly Ontvangstdatum, string Grond, DateTimeOffset Moment);

/// <summary>Keeps the proofs; they are added, never changed or removed.</summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IVernietigd
{
    /// <summary>Adds a proof; one that is there stays as it is.</summary>
    Task VoegToeAsync(Vernietigd bewijs, CancellationToken cancellation);

    /// <summary>All proofs of a gemeente, in the order of their ids.</summary>
    Task<IReadOnlyList<Vernietigd>> VanGemeenteAsync(string gemeente, CancellationToken cancellation);
}
