using System.Collections;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Between the port's messages and AMQP messages.</summary>
internal static class MessageMapper
{
    private static readonly Symbol ScheduledEnqueueTime = "x-opt-scheduled-enqueue-time";
    private static readonly Symbol EnqueuedTime = "x-opt-enqueued-time";
    private static readonly Symbol SequenceNumber = "x-opt-sequence-number";
    private static readonly Symbol MessageState = "x-opt-message-state";
    private const int Deferred = 1;

    private static readonly Symbol LockedUntil = "x-opt-locked-until";

    public static Message ToAmqp(QueueMessage message)
    {
        var amqp = new Message
        {
            Header = new Header { Durable = true },
            Properties = new Properties { MessageId = message.MessageId },
            BodySection = new Data { Binary = message.Body.ToArray() },
        };
        if (message.SessionId is not null)
            amqp.Properties.GroupId = message.SessionId;
        if (message.ContentType is not null)
            amqp.Properties.ContentType = message.ContentType;
        if (message.Subject is not null)
            amqp.Properties.Subject = message.Subject;
        if (message.Properties.Count > 0)
        {
            amqp.ApplicationProperties = new ApplicationProperties();
            foreach (var (name, value) in message.Properties)
                amqp.ApplicationProperties.Map[name] = value is DateTimeOffset time ? time.UtcDateTime : value;
        }
        if (message.ScheduledEnqueueTime is { } scheduled)
        {
            amqp.MessageAnnotations = new MessageAnnotations();
            amqp.MessageAnnotations.Map[ScheduledEnqueueTime] = scheduled.UtcDateTime;
        }
        return amqp;
    }

    public static ReceivedMessage FromAmqp(Message message, Guid lockToken, DateTimeOffset? sessionLockedUntil)
    {
        var annotations = message.MessageAnnotations?.Map;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in message.ApplicationProperties?.Map ?? [])
        {
            if (value is not null)
                properties[name.ToString()!] = value is DateTime time ? new DateTimeOffset(time.ToUniversalTime()) : value;
        }
        return new ReceivedMessage
        {
            Message = new QueueMessage
            {
                MessageId = message.Properties?.GetMessageId()?.ToString() ?? "",
                Body = Body(message),
                SessionId = message.Properties?.GroupId,
                ContentType = message.Properties?.ContentType,
                Subject = message.Properties?.Subject,
                Properties = properties,
                ScheduledEnqueueTime = Time(annotations, ScheduledEnqueueTime),
            },
            LockToken = lockToken,
            LockedUntil = Time(annotations, LockedUntil) ?? sessionLockedUntil ?? DateTimeOffset.MaxValue,
            // The wire counts failed deliveries, the port counts deliveries.
            DeliveryCount = (int)(message.Header?.DeliveryCount ?? 0) + 1,
            SequenceNumber = annotations?[SequenceNumber] as long? ?? 0,
            EnqueuedTime = Time(annotations, EnqueuedTime) ?? DateTimeOffset.MinValue,
            DeadLetterReason = properties.GetValueOrDefault("DeadLetterReason") as string,
            DeadLetterDescription = properties.GetValueOrDefault("DeadLetterErrorDescription") as string,
        };
    }

    /// <summary>Whether a peeked message was put aside: it stays in the queue, and no receiver gets it.</summary>
    public static bool IsDeferred(Message message) => message.MessageAnnotations?.Map[MessageState] is int and Deferred;

    private static ReadOnlyMemory<byte> Body(Message message) => message.BodySection switch
    {
        Data data => data.Binary,
        DataList => Join((IEnumerable)message.Body),
        _ => message.Body switch
        {
            byte[] bytes => bytes,
            string text => System.Text.Encoding.UTF8.GetBytes(text),
            _ => default,
        },
    };

    private static byte[] Join(IEnumerable sections) => [.. sections.Cast<Data>().SelectMany(section => section.Binary)];

    private static DateTimeOffset? Time(Map? annotations, Symbol name)
        => annotations?[name] is DateTime time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;
}
