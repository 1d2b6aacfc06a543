using Amqp;
using Amqp.Framing;
using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Amqp;

/// <summary>The engine's refusals in the service's words.</summary>
internal static class Faults
{
    public const string MessageLockLost = "com.microsoft:message-lock-lost";
    public const string SessionLockLost = "com.microsoft:session-lock-lost";

    public static Error ToError(Exception exception) =>
        exception switch
        {
            QueueFaultException fault => new Error(Condition(fault.Fault)) { Description = fault.Message },
            AmqpException { Error: { } error } => error,
            _ => new Error(ErrorCode.InternalError) { Description = exception.Message },
        };

    /// <summary>The status that $management answers with.</summary>
    public static int Status(Exception exception) =>
        exception is QueueFaultException fault
            ? fault.Fault switch
            {
                QueueFault.MessageLockLost or QueueFault.SessionLockLost or QueueFault.SessionCannotBeLocked => 410,
                QueueFault.MessageNotFound => 404,
                QueueFault.TooLarge => 413,
                QueueFault.SessionRequired or QueueFault.SessionNotAllowed or QueueFault.DeadLetterTwice => 400,
                _ => 503,
            }
        : exception is AmqpException { Error.Condition: var condition } && condition == ErrorCode.NotImplemented ? 501
        : 500;

    private static string Condition(QueueFault fault) =>
        fault switch
        {
            QueueFault.MessageLockLost => MessageLockLost,
            QueueFault.SessionLockLost => SessionLockLost,
            QueueFault.SessionCannotBeLocked => "com.microsoft:session-cannot-be-locked",
            QueueFault.MessageNotFound => "com.microsoft:message-not-found",
            QueueFault.NoSessionInTime => "com.microsoft:timeout",
            QueueFault.SessionRequired or QueueFault.SessionNotAllowed or QueueFault.DeadLetterTwice => ErrorCode.NotAllowed,
            QueueFault.TooLarge => ErrorCode.MessageSizeExceeded,
            QueueFault.StorageFailed => ErrorCode.ResourceLimitExceeded,
            _ => ErrorCode.InternalError,
        };
}
