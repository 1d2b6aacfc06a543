using Hub.Zaken;

namespace Hub.Measures;

/// <summary>A bericht that was sent, by the name under which a check of it may have been followed.</summary>
/// <param name="Tracked">The keyed hash over sender, berichtsoort and Identificatie.</param>
/// <param name="Received">When it came in (UTC).</param>
/// <param name="Verdict">What became of it.</param>
public sealed record TrackedBericht(string Tracked, DateTimeOffset Received, Verdict Verdict);
