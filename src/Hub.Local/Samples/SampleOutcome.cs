using Hub.Deelnemers;
using Hub.Local.Starting;

namespace Hub.Local.Samples;

/// <summary>What came of one sample.</summary>
public sealed record SampleOutcome
{
    /// <summary>The sample.</summary>
    public required Sample Sample { get; init; }

    /// <summary>Who sent it.</summary>
    public required Deelnemer Afzender { get; init; }

    /// <summary>The bytes that were sent.</summary>
    public required byte[] Content { get; init; }

    /// <summary>What the hub answered.</summary>
    public required HubAnswer Answer { get; init; }

    /// <summary>Its last status; null when it was refused.</summary>
    public BerichtState? State { get; init; }

    /// <summary>What was found of it in the postbussen: the bericht itself and the retour on it.</summary>
    public IReadOnlyList<PostbusFind> Finds { get; init; } = [];

    /// <summary>Taken in before this run: its postbus was emptied then.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>What is not as voorbeelden.json says, in plain Dutch; none when all is well.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
