namespace Hub.Zaken;

/// <summary>What became of a heenbericht or of a line of a declaratie. The numbers are stored: they don't change.</summary>
public enum Verdict
{
    /// <summary>No answer yet.</summary>
    Open = 0,

    /// <summary>Accepted, or granted; a declaratie also when lines of it were refused.</summary>
    Accepted = 1,

    /// <summary>Refused.</summary>
    Refused = 2,
}
