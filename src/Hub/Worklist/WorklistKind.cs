namespace Hub.Worklist;

/// <summary>The four lists of a worklist.</summary>
public enum WorklistKind
{
    /// <summary>"Wacht op mij": what lies in the postbus, and what the deelnemer must send by a day that has not passed.</summary>
    WaitsForMe,

    /// <summary>"Te laat": what has not come by its last day; what the deelnemer itself must send comes first.</summary>
    Overdue,

    /// <summary>"Geweigerd": berichten that it sent and that were refused, and not sent again with success.</summary>
    Refused,

    /// <summary>"Onderweg": what it sent and what is not answered yet, still in time.</summary>
    UnderWay,
}
