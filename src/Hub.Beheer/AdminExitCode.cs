namespace Hub.Beheer;

/// <summary>What the process says when it ends.</summary>
internal static class AdminExitCode
{
    /// <summary>All was done.</summary>
    public const int Good = 0;

    /// <summary>It was done, but not for all: some files were refused.</summary>
    public const int Partly = 1;

    /// <summary>It was not done: wrong arguments or settings, or a service failed. Doing it again goes on where it was.</summary>
    public const int Failed = 2;
}
