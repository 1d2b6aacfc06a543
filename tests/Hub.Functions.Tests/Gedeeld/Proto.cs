using System.Text;
using Google.Protobuf;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>A protobuf message read without its schema: fields by number, in the order in which they came.</summary>
internal sealed class Proto
{
    private readonly List<(int Nummer, ulong Getal, byte[]? Bytes)> _velden = [];

    public static Proto Lees(byte[] bytes)
    {
        var proto = new Proto();
        var invoer = new CodedInputStream(bytes);
        while (invoer.ReadTag() is not 0 and var tag)
        {
            var nummer = WireFormat.GetTagFieldNumber(tag);
            proto._velden.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => (nummer, invoer.ReadUInt64(), null),
                WireFormat.WireType.Fixed64 => (nummer, invoer.ReadFixed64(), null),
                WireFormat.WireType.Fixed32 => (nummer, invoer.ReadFixed32(), null),
                WireFormat.WireType.LengthDelimited => (nummer, 0, invoer.ReadBytes().ToByteArray()),
                var soort => throw new InvalidDataException($"Wire type {soort}."),
            });
        }

        return proto;
    }

    public IEnumerable<Proto> Delen(int nummer) => _velden.Where(veld => veld.Nummer == nummer && veld.Bytes is not null).Select(veld => Lees(veld.Bytes!));

    public byte[] Bytes(int nummer) => _velden.Find(veld => veld.Nummer == nummer).Bytes ?? [];

    public string Tekst(int nummer) => Encoding.UTF8.GetString(Bytes(nummer));

    public ulong? Getal(int nummer) => _velden.Where(veld => veld.Nummer == nummer && veld.Bytes is null).Select(veld => (ulong?)veld.Getal).LastOrDefault();
}
