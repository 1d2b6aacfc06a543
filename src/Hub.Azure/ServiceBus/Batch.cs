using Amqp;
using Amqp.Framing;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Messages of one session that travel in one transfer: each is encoded by itself, in a data section of the envelope.</summary>
internal sealed class Batch(long maxSize)
{
    private const uint Format = 0x80013700;

    // What a data section adds: descriptor, type and length.
    private const int SectionOverhead = 8;

    // The envelope's own sections, which repeat the id and the session of the first message in at most four bytes per character.
    private const int EnvelopeOverhead = 64;

    private readonly DataList sections = new();
    private QueueMessage? first;
    private long size;

    public int Count { get; private set; }

    /// <summary>Adds a message; false when it doesn't fit, or is of another session than the first.</summary>
    public bool TryAdd(QueueMessage message)
    {
        if (first is not null && first.SessionId != message.SessionId)
            return false;
        var encoded = MessageMapper.ToAmqp(message).Encode();
        var envelope = first is null ? EnvelopeOverhead + (4 * (message.MessageId.Length + (message.SessionId?.Length ?? 0))) : 0;
        if (size + envelope + SectionOverhead + encoded.Length > maxSize)
            return false;
        size += envelope + SectionOverhead + encoded.Length;
        first ??= message;
        sections.Add(new Data { Buffer = encoded });
        Count++;
        return true;
    }

    public Message ToAmqp()
    {
        var envelope = new Message
        {
            Format = Format,
            Header = new Header { Durable = true },
            Properties = new Properties { MessageId = first!.MessageId },
            BodySection = sections,
        };
        if (first.SessionId is { } session)
            envelope.Properties.GroupId = session;
        return envelope;
    }
}
