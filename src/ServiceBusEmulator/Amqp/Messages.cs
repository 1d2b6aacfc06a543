using Amqp;

namespace ServiceBusEmulator.Amqp;

/// <summary>A message as it came, not decoded yet.</summary>
internal sealed class RawMessage(byte[] bytes) : Message
{
    public byte[] Bytes { get; } = bytes;

    public Message Decode() => Decode(new ByteBuffer(Bytes, 0, Bytes.Length, Bytes.Length));
}
