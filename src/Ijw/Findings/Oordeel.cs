namespace Ijw.Findings;

/// <summary>The verdict on a bericht.</summary>
public enum Oordeel
{
    /// <summary>No findings at the levels that were checked.</summary>
    Goedgekeurd,

    /// <summary>A bericht (level 1 passed) that breaks a rule; it is answered with a retour.</summary>
    Afgekeurd,

    /// <summary>Not a bericht: level 1 failed; the sender gets an error and there is no retour (D8).</summary>
    GeenBericht,
}

/// <summary>The verdict as it is written in JSON and text.</summary>
public static class OordeelTekst
{
    /// <summary><c>goedgekeurd</c>, <c>afgekeurd</c> or <c>geen-bericht</c>.</summary>
    public static string Naam(this Oordeel oordeel) => oordeel switch
    {
        Oordeel.Goedgekeurd => "goedgekeurd",
        Oordeel.Afgekeurd => "afgekeurd",
        _ => "geen-bericht",
    };
}
