using System.Buffers.Binary;
using Ijw.Model.Datatypes;
using Ijw.Reading.Schemas;

namespace Ijw.Reading.Keys;

/// <summary>A key as bytes that are equal when the keys are: numbers as numbers, texts as delivered, absent as empty.</summary>
internal sealed class Key
{
    /// <summary>Bytes before a field, with its length, at most.</summary>
    private const int Header = 1 + sizeof(int);

    private readonly (Field Field, bool IsNumber)[] _fields;

    /// <summary>The key made of these fields of one record.</summary>
    public Key(IEnumerable<Field> fields) => _fields = [.. fields.Select(field => (field, field.Basis == Basistype.Whole))];

    /// <summary>
    /// Writes the key of this record to the start of <paramref name="target"/>, behind the number of the key that it stands within; gives
    /// its length, or -1 when there is too little room.
    /// </summary>
    public int Write(Record record, int within, Span<byte> target)
    {
        if (target.Length < sizeof(int))
        {
            return -1;
        }
        BinaryPrimitives.WriteInt32LittleEndian(target, within);
        var end = sizeof(int);
        foreach (var (field, isNumber) in _fields)
        {
            var text = isNumber ? default : record.Bytes(field);
            if (target.Length - end < Header + Math.Max(text.Length, sizeof(long)))
            {
                return -1;
            }
            var length = isNumber
                ? record.Has(field)
                    ? sizeof(long)
                    : 0
                : text.Length;
            end += WriteLength(length, target[end..]);
            if (isNumber)
            {
                BinaryPrimitives.WriteInt64LittleEndian(target[end..], record.Number(field));
            }
            else
            {
                Copy.Of(text, target[end..]);
            }
            end += length;
        }

        return end;
    }

    /// <summary>One byte, or for what is long five.</summary>
    private static int WriteLength(int length, Span<byte> target)
    {
        target[0] = (byte)Math.Min(length, byte.MaxValue);
        if (length < byte.MaxValue)
        {
            return 1;
        }
        BinaryPrimitives.WriteInt32LittleEndian(target[1..], length);
        return Header;
    }
}
