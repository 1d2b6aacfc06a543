using System.Collections;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Hub.Azure.ServiceBus;

/// <summary>The requests to $management, and what their answers hold.</summary>
internal static class Requests
{
    public static Message RenewLock(Guid token, string linkName)
        => Request("com.microsoft:renew-lock", linkName, new Map { ["lock-tokens"] = new[] { token } });

    public static Message RenewSessionLock(string sessionId, string linkName)
        => Request("com.microsoft:renew-session-lock", linkName, new Map { ["session-id"] = sessionId });

    public static Message UpdateDisposition(Guid token, string status, string? reason, string? description)
    {
        var body = new Map { ["disposition-status"] = status, ["lock-tokens"] = new[] { token } };
        if (reason is not null)
            body["deadletter-reason"] = reason;
        if (description is not null)
            body["deadletter-description"] = description;
        return Request("com.microsoft:update-disposition", null, body);
    }

    /// <summary>Asks for messages from a sequence number on, without their bodies.</summary>
    public static Message Peek(long from, int max)
        => Request("com.microsoft:peek-message", null, new Map { ["from-sequence-number"] = from, ["message-count"] = max, ["omit-message-body"] = true });

    /// <summary>The messages in the answer to a peek.</summary>
    public static IEnumerable<Message> Peeked(Message answer)
        => ((answer.Body as Map)?["messages"] as IEnumerable ?? Array.Empty<object>()).Cast<Map>()
            .Select(one => (byte[])one["message"])
            .Select(bytes => Message.Decode(new ByteBuffer(bytes, 0, bytes.Length, bytes.Length)));

    /// <summary>The new end of a lock, from the answer to either renewal.</summary>
    public static DateTimeOffset Expiration(Message answer)
    {
        var body = (Map)answer.Body;
        var time = (body["expiration"] ?? (body["expirations"] as Array)?.GetValue(0)) as DateTime?
            ?? throw new AmqpException(new Error(ErrorCode.DecodeError));
        return new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }

    private static Message Request(string operation, string? linkName, Map body)
    {
        var properties = new ApplicationProperties { ["operation"] = operation };
        if (linkName is not null)
            properties["associated-link-name"] = linkName;
        return new Message(body) { ApplicationProperties = properties };
    }
}
