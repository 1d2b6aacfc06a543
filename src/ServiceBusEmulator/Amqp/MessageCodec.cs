using Amqp;
using Amqp.Framing;
using Amqp.Types;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Amqp;

/// <summary>Between messages on the wire and messages in the engine.</summary>
internal static class MessageCodec
{
    /// <summary>The message format of a batch: each data section of the body is a message.</summary>
    public const uint BatchFormat = 0x80013700;

    /// <summary>The most bytes that a batch may have, also where single messages may be larger.</summary>
    public const int LargestBatch = 1024 * 1024;

    private static readonly Symbol ScheduledEnqueueTime = "x-opt-scheduled-enqueue-time";

    /// <summary>The messages in one transfer: one, or as many as a batch holds.</summary>
    public static List<StoredMessage> ReadTransfer(byte[] bytes, uint format, QueueDefinition queue)
    {
        if (format != BatchFormat)
        {
            return [Read(bytes, queue)];
        }
        if (bytes.Length > LargestBatch)
        {
            throw new QueueFaultException(QueueFault.TooLarge, "A batch has at most 1 MB, also on a queue that takes larger messages.");
        }
        var messages = new List<StoredMessage>();
        foreach (var section in Sections.Read(bytes))
        {
            if (section.Code == Sections.Data)
            {
                messages.Add(Read(Sections.Binary(bytes, section).ToArray(), queue));
            }
        }
        return messages;
    }

    public static StoredMessage Read(byte[] bytes, QueueDefinition queue)
    {
        var sections = Sections.Read(bytes);
        var contentStart = sections.Find(section => section.Code >= Sections.Properties) is { End: > 0 } first ? first.Start : bytes.Length;
        var properties = sections.Find(section => section.Code == Sections.Properties);
        var annotations = sections.Find(section => section.Code == Sections.MessageAnnotations);
        var head = DecodePart(bytes, 0, Math.Max(contentStart, properties.End));
        var life = head.Header is { } header && header.HasField(2) ? TimeSpan.FromMilliseconds(header.Ttl) : (TimeSpan?)null;
        if (queue.DefaultMessageTimeToLive != TimeSpan.MaxValue && (life is null || life > queue.DefaultMessageTimeToLive))
        {
            life = queue.DefaultMessageTimeToLive;
        }
        var content = bytes[contentStart..];
        if (head.Properties?.GetMessageId() is not { } id)
        {
            // Without an id the JavaScript SDK's lock renewal throws, so the broker gives one.
            head.Properties ??= new Properties();
            head.Properties.SetMessageId(id = Guid.NewGuid().ToString("N"));
            content = [.. Encode(head.Properties), .. bytes.AsSpan(properties.End > 0 ? properties.End : contentStart)];
        }
        return new StoredMessage
        {
            MessageId = id.ToString()!,
            SessionId = head.Properties!.GroupId,
            Content = content,
            Annotations = annotations.End > 0 ? bytes[annotations.Start..annotations.End] : [],
            TimeToLive = life,
            ScheduledFor = head.MessageAnnotations?.Map[ScheduledEnqueueTime] is DateTime time
                ? new DateTimeOffset(time.ToUniversalTime())
                : null,
        };
    }

    /// <summary>The message as a receiver gets it, with what the broker knows of it.</summary>
    public static ByteBuffer Write(StoredMessage message)
    {
        var buffer = new ByteBuffer(message.Content.Length + 256, autoGrow: true);
        var header = new Header { DeliveryCount = (uint)message.DeliveryCount };
        if (message.TimeToLive is { } life)
        {
            header.Ttl = (uint)Math.Min(uint.MaxValue, life.TotalMilliseconds);
        }
        header.Encode(buffer);
        BrokerAnnotations(message).Encode(buffer);
        var content =
            message.DeadLetterReason is null && message.DeadLetterDescription is null ? message.Content : WithDeadLetterReason(message);
        buffer.Validate(true, content.Length);
        content.CopyTo(buffer.Buffer.AsSpan(buffer.WritePos));
        buffer.Append(content.Length);
        return buffer;
    }

    public static byte[] WriteBytes(StoredMessage message, bool withBody = true)
    {
        var bytes = ToArray(Write(message));
        return withBody
            ? bytes
            : bytes[..Sections.Read(bytes).FindLast(section => section.Code is Sections.ApplicationProperties or Sections.Properties).End];
    }

    /// <summary>The content with application properties set; null as value removes one.</summary>
    public static byte[] WithProperties(byte[] content, IEnumerable<KeyValuePair<string, object?>> changes)
    {
        var sections = Sections.Read(content);
        var own = sections.Find(section => section.Code == Sections.ApplicationProperties);
        var properties = sections.Find(section => section.Code == Sections.Properties);
        var (start, end) = own.End > 0 ? (own.Start, own.End) : (properties.End, properties.End);
        var changed = DecodePart(content, start, end).ApplicationProperties ?? new ApplicationProperties();
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                changed.Map.Remove(name);
            }
            else
            {
                changed.Map[name] = value;
            }
        }
        return [.. content.AsSpan(0, start), .. Encode(changed), .. content.AsSpan(end)];
    }

    private static byte[] WithDeadLetterReason(StoredMessage message) =>
        WithProperties(
            message.Content,
            [new("DeadLetterReason", message.DeadLetterReason), new("DeadLetterErrorDescription", message.DeadLetterDescription)]
        );

    private static MessageAnnotations BrokerAnnotations(StoredMessage message)
    {
        var annotations = DecodePart(message.Annotations, 0, message.Annotations.Length).MessageAnnotations ?? new MessageAnnotations();
        annotations.Map[new Symbol("x-opt-enqueued-time")] = message.EnqueuedAt.UtcDateTime;
        annotations.Map[new Symbol("x-opt-sequence-number")] = message.SequenceNumber;
        annotations.Map[new Symbol("x-opt-enqueue-sequence-number")] = message.OriginalSequenceNumber;
        annotations.Map[new Symbol("x-opt-message-state")] = (int)message.State;
        if (message.Lock is { } held)
        {
            annotations.Map[new Symbol("x-opt-locked-until")] = (
                held.Lane is SessionLane session ? session.LockedUntil : held.Until
            ).UtcDateTime;
        }
        return annotations;
    }

    private static Message DecodePart(byte[] bytes, int start, int end) =>
        Message.Decode(new ByteBuffer(bytes, start, end - start, end - start));

    private static byte[] Encode(RestrictedDescribed section)
    {
        var buffer = new ByteBuffer(256, autoGrow: true);
        section.Encode(buffer);
        return ToArray(buffer);
    }

    private static byte[] ToArray(ByteBuffer buffer) => buffer.Buffer[buffer.Offset..buffer.WritePos];
}
