namespace Ijw.Cli;

/// <summary>What ijw tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All berichten are goedgekeurd, or the command did what was asked.</summary>
    public const int Good = 0;

    /// <summary>All was read, and at least one bericht is not goedgekeurd.</summary>
    public const int NotAllApproved = 1;

    /// <summary>The command could not run, or something could not be read.</summary>
    public const int Failed = 2;
}
