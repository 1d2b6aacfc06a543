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
