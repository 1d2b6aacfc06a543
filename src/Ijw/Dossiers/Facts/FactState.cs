namespace Ijw.Dossiers.Facts;

/// <summary>Whether the heenbericht of a feit was answered.</summary>
public enum FactState
{
    /// <summary>No answer yet: a feit that others may warn of, but not reject for (rules.md 1.3).</summary>
    Open = 0,

    /// <summary>Accepted: it holds.</summary>
    Accepted = 1,
}
