using Azure.Messaging.ServiceBus;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>From the port's message to the SDK's.</summary>
internal static class Messages
{
    /// <exception cref="ArgumentException">An id or session id is longer than 128 characters, or a property is of a kind that can't
    /// travel.</exception>
    public static ServiceBusMessage From(QueueMessage message)
    {
        var sent = new ServiceBusMessage(message.Body)
        {
            MessageId = message.MessageId,
            ContentType = message.ContentType,
            Subject = message.Subject,
        };
        if (message.SessionId is { } session)
        {
            sent.SessionId = session;
        }
        if (message.ScheduledEnqueueTime is { } due)
        {
            sent.ScheduledEnqueueTime = due;
        }
        foreach (var (name, value) in message.Properties)
        {
            sent.ApplicationProperties.Add(name, value);
        }
        return sent;
    }
}
