namespace Hub.Ontvangst;

/// <summary>Bytes that turned out to be a bericht.</summary>
/// <param name="Outcome">What levels 1 and 2 gave.</param>
/// <param name="Header">The Header as its sender wrote it.</param>
/// <param name="Sha256">SHA-256 of the bytes.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="At">When the check was done (UTC).</param>
public sealed record CheckedBericht(CheckOutcome Outcome, BerichtHeader Header, byte[] Sha256, long Length, DateTimeOffset At);
