using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Messages;

/// <summary>One call of a function.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Parameter">The parameter that the trigger fills.</param>
/// <param name="Data">What with.</param>
/// <param name="Metadata">What the host tells beside it.</param>
internal sealed record Invocation(string Function, string Parameter, TypedData Data, TriggerMetadata Metadata)
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The W3C trace context of who caused it, if there is one.</summary>
    public string? TraceParent { get; init; }
}
