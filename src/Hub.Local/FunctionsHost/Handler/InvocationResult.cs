using System.Text.Json;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>How an invocation ended; <see cref="Failure"/> is null when it succeeded, and never holds the handler's text.</summary>
internal sealed record InvocationResult(string? Failure, JsonElement Reply = default)
{
    public bool Succeeded => Failure is null;

    /// <summary>False when there was no handler to try it on: it is not running and will not be started again.</summary>
    public bool Tried { get; init; } = true;
}
