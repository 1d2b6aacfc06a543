namespace Hub.Worklist;

/// <summary>What someone looks for; all of it must hold.</summary>
public sealed record WorklistQuestion
{
    /// <summary>
    /// What was typed: a BerichtId, Identificatie, ToewijzingNummer, reference of a request, DeclaratieNummer, or a code; null or empty for
    /// all berichten.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Name of a berichtsoort, such as <c>JW301</c>; null for all.</summary>
    public string? Berichtsoort { get; init; }

    /// <summary>CBS or AGB code of the other party; null for all.</summary>
    public string? Counterparty { get; init; }

    /// <summary>How it stands; null for all.</summary>
    public WorklistStatus? Status { get; init; }

    /// <summary>The first day of receipt (Europe/Amsterdam); null for the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of receipt (Europe/Amsterdam); null for no end.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>How a bericht stands, as it is looked for.</summary>
public enum WorklistStatus
{
    /// <summary>The hub has not processed it yet.</summary>
    InProcess,

    /// <summary>It is with its receiver.</summary>
    Delivered,

    /// <summary>The hub refused it, and it went no further.</summary>
    Refused,

    /// <summary>It is from before the hub.</summary>
    History,
}
