using Amqp;
using Amqp.Handler;

namespace ServiceBusEmulator.Amqp;

/// <summary>A message as it came, not decoded yet.</summary>
internal sealed class RawMessage(byte[] bytes) : Message
{
    public byte[] Bytes { get; } = bytes;

    public Message Decode() => Decode(new ByteBuffer(Bytes, 0, Bytes.Length, Bytes.Length));
}

/// <summary>A message given out under a lock; its delivery tag is the lock token.</summary>
internal sealed class LockedMessage(Guid token) : Message
{
    public Guid Token { get; } = token;
}

/// <summary>Puts the lock token in the delivery tag, which the library offers no other way to set.</summary>
internal sealed class TagHandler : IHandler
{
    public bool CanHandle(EventId id) => id == EventId.SendDelivery;

    public void Handle(Event protocolEvent)
    {
        // The library asks for SendDelivery but also raises ReceiveDelivery under that question.
        if (protocolEvent.Id == EventId.SendDelivery && protocolEvent.Context is IDelivery { Message: LockedMessage message } delivery)
            delivery.Tag = message.Token.ToByteArray();
    }
}
