using System.Net.Sockets;
using Amqp;
using Amqp.Framing;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Sorts what AMQP and the socket report into what can be done about it.</summary>
internal static class Failures
{
    public const string SessionTimeout = "com.microsoft:timeout";

    /// <summary>The failure of an operation on <paramref name="entity"/>; the text names the condition only, since descriptions may hold values.</summary>
    public static QueueException ToQueueException(Exception exception, string entity) => exception switch
    {
        QueueException known => known,
        AmqpException { Error: { } error } => FromError(error, entity, exception),
        TimeoutException => new QueueException(QueueFailure.Retry, $"Service Bus did not answer in time for '{entity}'.", exception),
        SocketException or IOException or ObjectDisposedException or AmqpException
            => new QueueException(QueueFailure.Retry, $"The connection to Service Bus was lost for '{entity}'.", exception),
        _ => new QueueException(QueueFailure.Permanent, $"Service Bus failed for '{entity}': {exception.GetType().Name}.", exception),
    };

    public static QueueException FromError(Error? error, string entity, Exception? inner = null)
        => FromCondition(error?.Condition ?? ErrorCode.DetachForced, entity, inner);

    public static QueueException FromCondition(string condition, string entity, Exception? inner = null)
        => new(Sort(condition), $"Service Bus answered '{condition}' for '{entity}'.", inner);

    /// <summary>The failure of a request to $management.</summary>
    public static QueueException FromStatus(int status, string? condition, string entity)
        => condition is { Length: > 0 }
            ? FromCondition(condition, entity)
            : new QueueException(
                status switch { 401 => QueueFailure.Unauthorized, 404 => QueueFailure.NotFound, 410 => QueueFailure.LockLost, 408 or 429 or >= 500 => QueueFailure.Retry, _ => QueueFailure.Permanent },
                $"Service Bus answered {status} for '{entity}'.");

    private static QueueFailure Sort(string condition) => condition switch
    {
        "com.microsoft:message-lock-lost" or "com.microsoft:session-lock-lost" => QueueFailure.LockLost,
        "com.microsoft:server-busy" or SessionTimeout or "com.microsoft:operation-cancelled" or "amqp:message:released" => QueueFailure.Retry,
        ErrorCode.ConnectionForced or ErrorCode.DetachForced or ErrorCode.InternalError or ErrorCode.FramingError or ErrorCode.IllegalState => QueueFailure.Retry,
        ErrorCode.NotFound => QueueFailure.NotFound,
        ErrorCode.UnauthorizedAccess or "com.microsoft:auth-failed" => QueueFailure.Unauthorized,
        ErrorCode.MessageSizeExceeded => QueueFailure.TooLarge,
        _ => QueueFailure.Permanent,
    };
}
