namespace ServiceBusEmulator.Engine;

/// <summary>An operation that the engine refused.</summary>
internal sealed class QueueFaultException(QueueFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public QueueFault Fault { get; } = fault;
}
