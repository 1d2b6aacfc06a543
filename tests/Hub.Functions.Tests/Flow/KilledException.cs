namespace Hub.Functions.Tests.Flow;

/// <summary>Where the process died.</summary>
internal sealed class KilledException : Exception;
