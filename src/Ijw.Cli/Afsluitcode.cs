namespace Ijw.Cli;

/// <summary>What ijw tells the shell.</summary>
internal static class Afsluitcode
{
    /// <summary>All berichten are goedgekeurd, or the command did what was asked.</summary>
    public const int Goed = 0;

    /// <summary>All was read, and at least one bericht is not goedgekeurd.</summary>
    public const int NietAllesGoedgekeurd = 1;

    /// <summary>The command could not run, or something could not be read.</summary>
    public const int Mislukt = 2;
}
