namespace Hub.Postbus;

/// <summary>A poststuk as it lies in a postbus.</summary>
/// <param name="SequenceNumber">Its place in the postbus, from 1.</param>
/// <param name="Laid">When it was put in (UTC).</param>
/// <param name="Piece">What it is.</param>
public sealed record WaitingPoststuk(long SequenceNumber, DateTimeOffset Laid, Poststuk Piece);
