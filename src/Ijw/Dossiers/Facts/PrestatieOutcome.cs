namespace Ijw.Dossiers.Facts;

/// <summary>What became of a prestatie. The numbers are stored: they don't change.</summary>
public enum PrestatieOutcome
{
    /// <summary>No JW325 yet.</summary>
    Open = 0,

    /// <summary>The JW325 doesn't list it.</summary>
    Granted = 1,

    /// <summary>The JW325 lists it.</summary>
    Refused = 2,
}
