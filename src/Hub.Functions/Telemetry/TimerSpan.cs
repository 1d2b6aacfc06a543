using System.Diagnostics;

namespace Hub.Functions.Telemetry;

/// <summary>The span of a function that a timer starts, in the trace of the host.</summary>
internal static class TimerSpan
{
    /// <summary>The name of its source.</summary>
    public const string SourceName = "Hub.Functions";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts it; null when nobody listens. Dispose it when done.</summary>
    /// <param name="function">The function.</param>
    /// <param name="caller">The trace that the host works in, if it has one.</param>
    public static Activity? Start(string function, ActivityContext? caller) =>
        Source.StartActivity($"timer {function}", ActivityKind.Internal, caller ?? default);
}
