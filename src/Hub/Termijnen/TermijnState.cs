namespace Hub.Termijnen;

/// <summary>How a clock stands.</summary>
public enum TermijnState
{
    /// <summary>The term runs.</summary>
    Runs,

    /// <summary>The last day has passed, and what should have come has not.</summary>
    Overdue,

    /// <summary>It came in time.</summary>
    OnTime,

    /// <summary>It came after the last day.</summary>
    CameLate,

    /// <summary>It need not come any more: the bericht that it belongs to was refused or taken back.</summary>
    Lapsed,
}
