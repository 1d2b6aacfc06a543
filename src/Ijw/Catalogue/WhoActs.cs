namespace Ijw.Catalogue;

/// <summary>Who has to act when a rule is broken, or to keep to it when it can't be checked.</summary>
public enum WhoActs
{
    /// <summary>Nobody: the rule only refers.</summary>
    Nobody,

    /// <summary>Who sends the bericht.</summary>
    Sender,

    /// <summary>Who receives the bericht.</summary>
    Ontvanger,

    /// <summary>Both, together.</summary>
    Both,
}
