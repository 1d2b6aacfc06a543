using Hub.Termijnen;

namespace Hub.Worklist;

/// <summary>What makes something stand in a worklist.</summary>
public enum WorklistReason
{
    /// <summary>Something lies in the postbus and is not confirmed.</summary>
    Poststuk,

    /// <summary>Something must come by a day.</summary>
    Termijn,

    /// <summary>The hub has not processed it yet.</summary>
    InProcess,

    /// <summary>It was refused.</summary>
    Refused,
}

/// <summary>One line of a worklist: numbers by which its party finds the child in its own system, and nothing of the child.</summary>
public sealed record WorklistItem
{
    /// <summary>Names it within its list.</summary>
    public required string Key { get; init; }

    /// <summary>Why it is there.</summary>
    public required WorklistReason Reason { get; init; }

    /// <summary>The bericht that it is about.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Its berichtsoort, such as <c>JW301</c>.</summary>
    public required string Berichtsoort { get; init; }

    /// <summary>Its Identificatie; another text in its place when that may hold a BSN.</summary>
    public required string Identificatie { get; init; }

    /// <summary>CBS or AGB code of the other party.</summary>
    public required string Counterparty { get; init; }

    /// <summary>Since when it is so (UTC); null when only the last day is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The last day (Europe/Amsterdam) on which it is in time; null when there is none.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Whether the deelnemer itself must act.</summary>
    public bool IsMine { get; init; }

    /// <summary>The kind of term; null unless <see cref="Reason"/> is <see cref="WorklistReason.Termijn"/>.</summary>
    public TermijnKind? Termijn { get; init; }

    /// <summary>The class of the bericht that the term is about; null when it is the bericht as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>The toewijzing on which a start or stop is due; null for everything else.</summary>
    public int? ToewijzingNummer { get; init; }

    /// <summary>Why it was refused: retourcodes; empty when it was not.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The rules that the hub found broken, at most five; empty when the receiver refused it, or nothing was.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>When the answer that refused it came in (UTC); null when it was not refused.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>The answer that refused it; null when it was not refused.</summary>
    public string? Answer { get; init; }

    /// <summary>The bericht by which it was repaired; null when it was not.</summary>
    public string? RepairedBy { get; init; }

    /// <summary>Which signal or reminder a poststuk is: its kind in the postbus; null when it is the bericht itself.</summary>
    public string? Notice { get; init; }

    /// <summary>The number of a poststuk in the postbus; null for everything else.</summary>
    public long? SequenceNumber { get; init; }
}
