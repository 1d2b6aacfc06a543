namespace Hub.Deelnemers;

/// <summary>Who makes the retour on a bericht that breaks a rule (D9).</summary>
public enum Retour
{
    /// <summary>The hub, mandated by the receiver.</summary>
    Hub,

    /// <summary>The receiver itself; the hub forwards with its findings as advice.</summary>
    Itself,
}
