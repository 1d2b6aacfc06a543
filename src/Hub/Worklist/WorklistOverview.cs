namespace Hub.Worklist;

/// <summary>The four lists of a deelnemer, counted.</summary>
public sealed record WorklistOverview
{
    /// <summary>The moment of it (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What waits for the deelnemer.</summary>
    public required WorklistCount WaitsForMe { get; init; }

    /// <summary>Of those, what must be done today.</summary>
    public required int DueToday { get; init; }

    /// <summary>
    /// Whether what lies in the postbus is among them: not of a deelnemer that gets its berichten from a queue, of which the hub does not
    /// know what was taken.
    /// </summary>
    public required bool IsPostbusKnown { get; init; }

    /// <summary>What is late and the deelnemer itself must send.</summary>
    public required WorklistCount OverdueByMe { get; init; }

    /// <summary>What is late and the other party must send.</summary>
    public required WorklistCount OverdueByOther { get; init; }

    /// <summary>Refused berichten that were not repaired.</summary>
    public required WorklistCount RefusedBerichten { get; init; }

    /// <summary>Refused lines that were not repaired, and their amount in eurocent; of a gemeente none.</summary>
    public required WorklistCount RefusedLines { get; init; }

    /// <summary>The amount of those lines, in eurocent.</summary>
    public required long RefusedAmount { get; init; }

    /// <summary>What is under way.</summary>
    public required WorklistCount UnderWay { get; init; }
}
