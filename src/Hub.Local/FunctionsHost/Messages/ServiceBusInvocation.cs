using System.Text;
using Azure.Messaging.ServiceBus;
using Google.Protobuf;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Messages;

/// <summary>One Service Bus message, for the worker.</summary>
internal static class ServiceBusInvocation
{
    /// <param name="function">The function.</param>
    /// <param name="trigger">The binding; without dataType binary the body becomes a string and may overwrite metadata.</param>
    /// <param name="received">The message under its lock.</param>
    /// <param name="sessionLockedUntil">When the session's lock ends; null on a queue without sessions.</param>
    public static Invocation Build(
        string function,
        ServiceBusTrigger trigger,
        ServiceBusReceivedMessage received,
        DateTimeOffset? sessionLockedUntil
    )
    {
        var metadata = new TriggerMetadata();
        AddClient(metadata, trigger, sessionLockedUntil);
        AddMessage(metadata, received);
        var data = new TypedData();
        if (trigger.Binary)
        {
            data.Bytes = ByteString.CopyFrom(received.Body.ToMemory().Span);
        }
        else
        {
            data.String = Encoding.UTF8.GetString(received.Body.ToMemory().Span);
            metadata.OverwriteBy(data.String);
        }

        return new Invocation(function, trigger.Name, data, metadata)
        {
            TraceParent = received.ApplicationProperties.GetValueOrDefault("Diagnostic-Id") as string,
        };
    }

    private static void AddClient(TriggerMetadata metadata, ServiceBusTrigger trigger, DateTimeOffset? sessionLockedUntil)
    {
        foreach (var name in (string[])["MessageReceiver", "MessageSession", "MessageActions", "SessionActions"])
        {
            metadata[name] = sessionLockedUntil is { } until ? new { SessionLockedUntil = until } : new { };
        }
        metadata["ReceiveActions"] = new { };
        metadata["Client"] = new
        {
            FullyQualifiedNamespace = trigger.Namespace,
            IsClosed = false,
            TransportType = 0,
        };
    }

    private static void AddMessage(TriggerMetadata metadata, ServiceBusReceivedMessage message)
    {
        metadata["DeliveryCount"] = message.DeliveryCount;
        metadata["LockToken"] = message.LockToken;
        metadata["ExpiresAtUtc"] = message.ExpiresAt.UtcDateTime;
        metadata["ExpiresAt"] = message.ExpiresAt;
        metadata["EnqueuedTimeUtc"] = message.EnqueuedTime.UtcDateTime;
        metadata["EnqueuedTime"] = message.EnqueuedTime;
        metadata["MessageId"] = message.MessageId;
        metadata["ContentType"] = message.ContentType;
        metadata["SequenceNumber"] = message.SequenceNumber;
        metadata["Subject"] = metadata["Label"] = message.Subject;
        metadata["CorrelationId"] = message.CorrelationId;
        metadata["ReplyTo"] = message.ReplyTo;
        metadata["To"] = message.To;
        metadata["ApplicationProperties"] = metadata["UserProperties"] = message.ApplicationProperties;
        metadata["SessionId"] = message.SessionId;
        metadata["PartitionKey"] = message.PartitionKey;
    }
}
