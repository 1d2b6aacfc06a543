namespace Hub.Berichten;

/// <summary>What happens with a bericht that was taken in.</summary>
public enum Decision
{
    /// <summary>It goes to the postbus of its receiver, with the verdict beside it; the hub answers nothing.</summary>
    Deliver,

    /// <summary>The hub answers in the name of the receiver, and it goes to the receiver too: it counts, whole or in part.</summary>
    DeliverWithRetour,

    /// <summary>It does not go on; the hub answers in the name of the receiver.</summary>
    SendRetour,
}

/// <summary>Decisions as text.</summary>
public static class DecisionNames
{
    /// <summary>The name in counts and in the log, such as <c>RetourSturen</c> (docs/names.md).</summary>
    public static string Name(this Decision decision) =>
        decision switch
        {
            Decision.Deliver => "Afleveren",
            Decision.DeliverWithRetour => "AfleverenMetRetour",
            Decision.SendRetour => "RetourSturen",
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
}
