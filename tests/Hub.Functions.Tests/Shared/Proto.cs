using System.Text;
using Google.Protobuf;

namespace Hub.Functions.Tests.Shared;

/// <summary>A protobuf message read without its schema: fields by number, in the order in which they came.</summary>
internal sealed class Proto
{
    private readonly List<(int Number, ulong Varint, byte[]? Bytes)> _fields = [];

    public static Proto Read(byte[] bytes)
    {
        var proto = new Proto();
        var input = new CodedInputStream(bytes);
        while (input.ReadTag() is not 0 and var tag)
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            proto._fields.Add(
                WireFormat.GetTagWireType(tag) switch
                {
                    WireFormat.WireType.Varint => (number, input.ReadUInt64(), null),
                    WireFormat.WireType.Fixed64 => (number, input.ReadFixed64(), null),
                    WireFormat.WireType.Fixed32 => (number, input.ReadFixed32(), null),
                    WireFormat.WireType.LengthDelimited => (number, 0, input.ReadBytes().ToByteArray()),
                    var kind => throw new InvalidDataException($"Wire type {kind}."),
                }
            );
        }

        return proto;
    }

    public IEnumerable<Proto> Parts(int number) =>
        _fields.Where(field => field.Number == number && field.Bytes is not null).Select(field => Read(field.Bytes!));

    public byte[] Bytes(int number) => _fields.Find(field => field.Number == number).Bytes ?? [];

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    public ulong? Varint(int number) =>
        _fields.Where(field => field.Number == number && field.Bytes is null).Select(field => (ulong?)field.Varint).LastOrDefault();
}
