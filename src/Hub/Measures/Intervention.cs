namespace Hub.Measures;

/// <summary>What people had to do by hand, or had to look at.</summary>
public enum Intervention
{
    /// <summary>A bericht was delivered once more because someone asked.</summary>
    Repetition,

    /// <summary>The hub told both parties of an answer that can't be right.</summary>
    Signal,

    /// <summary>A bericht that came after the sender sent something that was no bericht.</summary>
    AfterRefusal,
}
