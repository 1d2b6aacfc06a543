namespace Hub.Worklist;

/// <summary>What lies in a postbus beside berichten.</summary>
public static class PostbusNotice
{
    /// <summary>That something is late.</summary>
    public const string Reminder = "herinnering";

    /// <summary>That an answer can't be right.</summary>
    public const string Signal = "signaal";
}
