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

    private readonly DataList _sections = new();
    private QueueMessage? _first;
    private long _size;

    public int Count { get; private set; }

    /// <summary>Adds a message; false when it doesn't fit, or is of another session than the first.</summary>
    public bool TryAdd(QueueMessage message)
    {
        if (_first is not null && _first.SessionId != message.SessionId)
            return false;
        var encoded = MessageMapper.ToAmqp(message).Encode();
        var envelope = _first is null ? EnvelopeOverhead + (4 * (message.MessageId.Length + (message.SessionId?.Length ?? 0))) : 0;
        if (_size + envelope + SectionOverhead + encoded.Length > maxSize)
            return false;
        _size += envelope + SectionOverhead + encoded.Length;
        _first ??= message;
        _sections.Add(new Data { Buffer = encoded });
        Count++;
        return true;
    }

    public Message ToAmqp()
    {
        var envelope = new Message
        {
            Format = Format,
            Header = new Header { Durable = true },
            Properties = new Properties { MessageId = _first!.MessageId },
            BodySection = _sections,
        };
        if (_first.SessionId is { } session)
            envelope.Properties.GroupId = session;
        return envelope;
    }
}
