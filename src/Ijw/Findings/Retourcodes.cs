namespace Ijw.Findings;

/// <summary>Retourcodes (WJ001) that the software itself speaks of.</summary>
public static class Retourcodes
{
    /// <summary>The bericht as a whole is refused: a rule of level 2 is broken; only in a Header (retour.md 2.1).</summary>
    public const string TechnicallyRejected = "0001";

    /// <summary>Looked at, nothing wrong.</summary>
    public const string NoRemark = "0200";

    /// <summary>Not looked at, because a class around it is refused.</summary>
    public const string NotJudged = "0233";

    /// <summary>The declaratie is granted in full; only in a DeclaratieAntwoord.</summary>
    public const string CompleteGranted = "8001";
}
