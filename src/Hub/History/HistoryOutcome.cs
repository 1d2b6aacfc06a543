namespace Hub.History;

/// <summary>What came of a file.</summary>
public enum HistoryOutcome
{
    /// <summary>It was taken up now.</summary>
    Included,

    /// <summary>The hub had it already: from an earlier run, or because it was sent through the hub.</summary>
    WasThere,

    /// <summary>It was not taken up.</summary>
    Refused,
}
