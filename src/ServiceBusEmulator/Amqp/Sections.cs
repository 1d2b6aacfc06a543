using System.Buffers.Binary;
using Amqp;

namespace ServiceBusEmulator.Amqp;

/// <summary>
/// Finds the sections of an encoded message without decoding them, so that what the broker doesn't read travels unchanged.
/// </summary>
internal static class Sections
{
    public const byte Header = 0x70;
    public const byte MessageAnnotations = 0x72;
    public const byte Properties = 0x73;
    public const byte ApplicationProperties = 0x74;
    public const byte Data = 0x75;

    /// <summary>One section: its code, where it starts and ends, and where its value starts.</summary>
    internal readonly record struct Section(byte Code, int Start, int ValueStart, int End);

    public static List<Section> Read(ReadOnlySpan<byte> bytes)
    {
        var sections = new List<Section>(6);
        for (var start = 0; start < bytes.Length; )
        {
            if (bytes[start] != 0)
            {
                throw Malformed();
            }
            // A descriptor is a small or a full ulong; its last byte tells the sections apart.
            var valueStart = ValueEnd(bytes, start + 1);
            var end = ValueEnd(bytes, valueStart);
            sections.Add(new Section(bytes[valueStart - 1], start, valueStart, end));
            start = end;
        }
        return sections;
    }

    /// <summary>The content of a binary value.</summary>
    public static ReadOnlySpan<byte> Binary(ReadOnlySpan<byte> bytes, Section section) =>
        bytes[(section.ValueStart + (bytes[section.ValueStart] == 0xa0 ? 2 : 5))..section.End];

    /// <summary>How many bytes of a message a frame carries; 0 when it is no transfer.</summary>
    public static long MessageBytes(ByteBuffer frame)
    {
        const byte transfer = 0x14;
        var bytes = frame.Buffer.AsSpan(frame.Offset, frame.Length);
        // The second word of a frame's header starts with its length in words and its type, 0 for AMQP.
        if (bytes.Length < 12 || bytes[5] != 0)
        {
            return 0;
        }
        var start = bytes[4] * 4;
        if (start + 3 > bytes.Length || bytes[start] != 0)
        {
            return 0;
        }
        var valueStart = ValueEnd(bytes, start + 1);
        return bytes[valueStart - 1] == transfer ? bytes.Length - ValueEnd(bytes, valueStart) : 0;
    }

    private static int ValueEnd(ReadOnlySpan<byte> bytes, int start)
    {
        if (start >= bytes.Length)
        {
            throw Malformed();
        }
        var after = start + 1;
        var end = (bytes[start] >> 4) switch
        {
            0x0 when bytes[start] == 0 => ValueEnd(bytes, ValueEnd(bytes, after)),
            0x4 => after,
            0x5 => after + 1,
            0x6 => after + 2,
            0x7 => after + 4,
            0x8 => after + 8,
            0x9 => after + 16,
            0xa or 0xc or 0xe when after < bytes.Length => after + 1 + bytes[after],
            0xb or 0xd or 0xf when after + 4 <= bytes.Length => after + 4L + BinaryPrimitives.ReadUInt32BigEndian(bytes[after..]),
            _ => throw Malformed(),
        };
        return end <= bytes.Length ? (int)end : throw Malformed();
    }

    private static AmqpException Malformed() => new(ErrorCode.DecodeError, "The message is not well formed.");
}
