namespace Hub.Zaken;

/// <summary>One heenbericht, as a try at the thing that its zaaksleutel names.</summary>
/// <param name="BerichtId">The bericht.</param>
/// <param name="Received">When it came in (UTC).</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Answered">When its answer came in (UTC); null while it is open.</param>
/// <param name="Codes">Why it was refused: retourcodes; empty when it was not.</param>
public sealed record Attempt(
    string BerichtId,
    DateTimeOffset Received,
    Verdict Verdict,
    DateTimeOffset? Answered,
    IReadOnlyList<string> Codes
)
{
    /// <summary>The id of the answer; null while it is open.</summary>
    public string? Answer { get; init; }
}
