using System.Text;
using Hub.Local.FunctionsHost.App;
using Hub.Queues;
using Newtonsoft.Json.Linq;

namespace Hub.Local.FunctionsHost.Envelopes;

/// <summary>The envelope of one Service Bus message.</summary>
internal static class ServiceBusEnvelope
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="trigger">The binding; without dataType binary the body becomes a string and may overwrite metadata.</param>
    /// <param name="received">The message under its lock.</param>
    /// <param name="sessionLockedUntil">When the session's lock ends; null on a queue without sessions.</param>
    /// <param name="clientId">Tells this client apart in the metadata, after the namespace.</param>
    public static Envelope Build(ServiceBusTrigger trigger, ReceivedMessage received, DateTimeOffset? sessionLockedUntil, Guid clientId)
    {
        var body = received.Message.Body;
        var text = trigger.Binary ? null : ToText(body.Span);
        var envelope = new Envelope { Data = new(trigger.Name, text ?? (object)body.ToArray()) };
        AddClient(envelope.Metadata, trigger, sessionLockedUntil, clientId);
        AddMessage(envelope.Metadata, received);
        if (text is not null)
            envelope.OverwriteMetadata(text);
        return envelope;
    }

    private static void AddClient(
        OrderedDictionary<string, object?> metadata, ServiceBusTrigger trigger, DateTimeOffset? sessionLockedUntil, Guid clientId)
    {
        foreach (var name in (string[])["MessageReceiver", "MessageSession", "MessageActions", "SessionActions"])
            metadata[name] = sessionLockedUntil is { } until ? new JObject { ["SessionLockedUntil"] = until } : new JObject();
        metadata["ReceiveActions"] = new JObject();
        metadata["Client"] = new JObject
        {
            ["FullyQualifiedNamespace"] = trigger.Namespace,
            ["IsClosed"] = false,
            ["TransportType"] = 0,
            ["Identifier"] = $"{trigger.Namespace}-{clientId}",
        };
    }

    private static void AddMessage(OrderedDictionary<string, object?> metadata, ReceivedMessage received)
    {
        var message = received.Message;
        metadata["DeliveryCount"] = received.DeliveryCount;
        metadata["LockToken"] = received.LockToken.ToString();
        // The queue port carries no time to live: the hub's messages have none, and the real host then shows the end of time.
        metadata["ExpiresAtUtc"] = DateTime.MaxValue;
        metadata["ExpiresAt"] = DateTimeOffset.MaxValue;
        metadata["EnqueuedTimeUtc"] = received.EnqueuedTime.UtcDateTime;
        metadata["EnqueuedTime"] = received.EnqueuedTime.ToUniversalTime();
        metadata["MessageId"] = message.MessageId;
        metadata["ContentType"] = message.ContentType;
        metadata["SequenceNumber"] = received.SequenceNumber;
        metadata["Subject"] = message.Subject;
        metadata["Label"] = message.Subject;
        metadata["ApplicationProperties"] = message.Properties;
        metadata["UserProperties"] = message.Properties;
        metadata["SessionId"] = message.SessionId;
        metadata["PartitionKey"] = message.SessionId;
    }

    private static string ToText(ReadOnlySpan<byte> body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }
}
