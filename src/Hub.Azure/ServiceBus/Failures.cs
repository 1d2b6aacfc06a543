using System.Security.Authentication;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Sorts what the SDK throws into what can be done about it.</summary>
internal static class Failures
{
    /// <summary>
    /// The failure of an operation on <paramref name="queue"/>; the text names the reason only, since the broker's words may hold values.
    /// </summary>
    public static QueueException ToQueueException(Exception exception, string queue) =>
        exception switch
        {
            ServiceBusException known => new QueueException(
                Sort(known.Reason),
                $"Service Bus answered {known.Reason} for '{queue}'.",
                exception
            ),
            UnauthorizedAccessException => new QueueException(
                QueueFailure.Unauthorized,
                $"Service Bus refused the token for '{queue}'.",
                exception
            ),
            AuthenticationFailedException => new QueueException(QueueFailure.Retry, $"There was no token for '{queue}'.", exception),
            AuthenticationException => new QueueException(
                QueueFailure.Permanent,
                $"The certificate of Service Bus is not trusted for '{queue}'.",
                exception
            ),
            TimeoutException or IOException or System.Net.Sockets.SocketException => new QueueException(
                QueueFailure.Retry,
                $"Service Bus did not answer for '{queue}'.",
                exception
            ),
            _ => new QueueException(QueueFailure.Permanent, $"Service Bus failed for '{queue}': {exception.GetType().Name}.", exception),
        };

    // GeneralError is also what the SDK makes of a condition that it does not know; it takes that for passing, and so do we.
    private static QueueFailure Sort(ServiceBusFailureReason reason) =>
        reason switch
        {
            ServiceBusFailureReason.ServiceBusy
            or ServiceBusFailureReason.ServiceTimeout
            or ServiceBusFailureReason.ServiceCommunicationProblem
            or ServiceBusFailureReason.GeneralError => QueueFailure.Retry,
            ServiceBusFailureReason.MessagingEntityNotFound => QueueFailure.NotFound,
            ServiceBusFailureReason.MessageSizeExceeded => QueueFailure.TooLarge,
            _ => QueueFailure.Permanent,
        };
}
