using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

/// <summary>Copies of short values, without a call.</summary>
internal static class Copy
{
    /// <summary>Copies a value to the start of <paramref name="target"/>, which is no shorter.</summary>
    public static void Of(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var length = value.Length;
        if (length > 2 * Vector128<byte>.Count || target.Length < length)
        {
            value.CopyTo(target);
            return;
        }

        // Two words that may lie over each other.
        ref var from = ref MemoryMarshal.GetReference(value);
        ref var to = ref MemoryMarshal.GetReference(target);
        if (length >= Vector128<byte>.Count)
        {
            Two<Vector128<byte>>(ref from, ref to, length);
        }
        else if (length >= sizeof(ulong))
        {
            Two<ulong>(ref from, ref to, length);
        }
        else if (length >= sizeof(uint))
        {
            Two<uint>(ref from, ref to, length);
        }
        else if (length >= sizeof(ushort))
        {
            Two<ushort>(ref from, ref to, length);
        }
        else if (length == 1)
        {
            to = from;
        }
    }

    private static void Two<T>(ref byte from, ref byte to, int length)
        where T : unmanaged
    {
        var rest = length - Unsafe.SizeOf<T>();
        var (first, last) = (Unsafe.ReadUnaligned<T>(ref from), Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref from, rest)));
        Unsafe.WriteUnaligned(ref to, first);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, rest), last);
    }
}
