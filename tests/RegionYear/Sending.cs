namespace RegionYear;

/// <summary>A bericht with who sends it.</summary>
/// <param name="Sender">Who sends it.</param>
/// <param name="Pair">The pair as a session of the queue names it: gemeente and aanbieder.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Sending(string Sender, string Pair, byte[] Content);
