using Hub.Archief;

namespace Hub.Destruction;

/// <summary>What came of blobs that no bericht points to.</summary>
/// <param name="Destroyed">Those that were destroyed now.</param>
/// <param name="Held">Those that the storage does not let go of yet.</param>
/// <param name="Younger">Those whose time has not come.</param>
public sealed record BlobOutcome(
    IReadOnlyList<ArchiefReference> Destroyed,
    IReadOnlyList<ArchiefReference> Held,
    IReadOnlyList<ArchiefReference> Younger
)
{
    /// <summary>There were none.</summary>
    public static BlobOutcome None { get; } = new([], [], []);
}
