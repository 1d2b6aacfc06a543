namespace Ijw.Findings;

/// <summary>The verdict on a bericht.</summary>
public enum Oordeel
{
    /// <summary>No findings at the levels that were checked.</summary>
    Approved,

    /// <summary>A bericht (level 1 passed) that breaks a rule; it is answered with a retour.</summary>
    Rejected,

    /// <summary>Not a bericht: level 1 failed; the sender gets an error and there is no retour (D8).</summary>
    NoBericht,
}

/// <summary>The verdict as it is written in JSON and text.</summary>
public static class OordeelText
{
    /// <summary><c>goedgekeurd</c>, <c>afgekeurd</c> or <c>geen-bericht</c>.</summary>
    public static string Name(this Oordeel oordeel) =>
        oordeel switch
        {
            Oordeel.Approved => "goedgekeurd",
            Oordeel.Rejected => "afgekeurd",
            _ => "geen-bericht",
        };
}
