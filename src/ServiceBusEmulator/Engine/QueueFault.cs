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
