namespace RegionYear;

/// <summary>What came of a run.</summary>
/// <param name="Berichten">Berichten sent by deelnemers.</param>
/// <param name="Duration">From the first to the last that was processed.</param>
/// <param name="Postbussen">Per postbus what came in it, in order: the pair, the MessageId and the hash of the body.</param>
/// <param name="Codes">How often each kind of answer came: berichtsoort and codes.</param>
/// <param name="Duplicate">Messages that came in a postbus more than once.</param>
internal sealed record YearOutcome(
    int Berichten,
    TimeSpan Duration,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Postbussen,
    IReadOnlyDictionary<string, int> Codes,
    int Duplicate
);
