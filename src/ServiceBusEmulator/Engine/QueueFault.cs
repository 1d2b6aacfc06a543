namespace ServiceBusEmulator.Engine;

/// <summary>Why the engine refused an operation.</summary>
internal enum QueueFault
{
    MessageLockLost,
    SessionLockLost,
    SessionCannotBeLocked,
    MessageNotFound,
    NoSessionInTime,
    SessionRequired,
    SessionNotAllowed,
    DeadLetterTwice,
    TooLarge,
    StorageFailed,
    Stopped,
}

/// <summary>An operation that the engine refused.</summary>
internal sealed class QueueFaultException(QueueFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public QueueFault Fault { get; } = fault;
}
