namespace Hub.Destruction;

/// <summary>What came of destroying.</summary>
/// <param name="Destroyed">How many berichten were destroyed now.</param>
/// <param name="Immutable">How many the archive does not let go of yet: they are immutable for some time more.</param>
/// <param name="NotProcessed">How many were left because they are still to be processed, or taken in.</param>
public sealed record DestructionOutcome(int Destroyed, int Immutable, int NotProcessed)
{
    /// <summary>Bytes in the archive that no bericht points to.</summary>
    public BlobOutcome Unrecorded { get; init; } = BlobOutcome.None;

    /// <summary>Bytes that were refused, or that wait among the refused for a place.</summary>
    public BlobOutcome Refused { get; init; } = BlobOutcome.None;

    /// <summary>How many versions stand there still of what was replaced or destroyed; the lifecycle of the containers ends them.</summary>
    public int Superseded { get; init; }

    /// <summary>Whether nothing was left whose time has come.</summary>
    public bool IsWhole => this is { Immutable: 0, NotProcessed: 0, Superseded: 0, Unrecorded.Held.Count: 0, Refused.Held.Count: 0 };
}
