namespace Ijw.Dossiers.Facts;

/// <summary>What a heenbericht has come to.</summary>
public enum OutcomeKind
{
    /// <summary>No answer yet.</summary>
    Open,

    /// <summary>Accepted; of a JW323: processed, with or without prestaties refused.</summary>
    Accepted,

    /// <summary>Rejected: it counts as never sent (OP286).</summary>
    Refused,
}
