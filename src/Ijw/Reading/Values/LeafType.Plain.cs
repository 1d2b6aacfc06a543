using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ijw.Model.Datatypes;
using Ijw.Xml;

namespace Ijw.Reading.Values;

/// <summary>Checks values on the known way: one look at 32 bytes finds the end of a value and what is in it.</summary>
internal sealed partial class LeafType
{
    private static readonly Vector256<byte> Smaller = Vector256.Create((byte)'<');
    private static readonly Vector256<byte> Ampersand = Vector256.Create((byte)'&');
    private static readonly Vector256<byte> Bracket = Vector256.Create((byte)']');
    private static readonly Vector256<byte> Zero = Vector256.Create((byte)'0');
    private static readonly Vector256<byte> Nine = Vector256.Create((byte)9);
    private static readonly Vector256<byte> Letterbit = Vector256.Create((byte)0x20);
    private static readonly Vector256<byte> SmallA = Vector256.Create((byte)'a');
    private static readonly Vector256<byte> ToZ = Vector256.Create((byte)25);
    private static readonly Vector256<sbyte> Space = Vector256.Create((sbyte)0x20);
    private static readonly Vector256<sbyte> Continuation = Vector256.Create((sbyte)-64);

    /// <summary>
    /// The length of the value at <paramref name="begin"/> when it is right and plain and a tag stands behind it: no reference, no control
    /// character, no line end. -1 says nothing: the value is then to be read in full.
    /// </summary>
    /// <param name="begin">The first byte.</param>
    /// <param name="available">How many bytes have come in from here, whatever they are.</param>
    /// <param name="number">The number, or the day number of a date; 0 for texts and times.</param>
    public int ReadPlain(ref readonly byte begin, int available, out long number) =>
        available >= Vector256<byte>.Count ? ReadBlock(in begin, available, out number) : ReadTail(in begin, available, out number);

    /// <summary>The last bytes that have come in, with room for a whole block.</summary>
    private int ReadTail(ref readonly byte begin, int available, out long number)
    {
        Span<byte> tidy = stackalloc byte[Vector256<byte>.Count];
        tidy.Clear();
        MemoryMarshal.CreateReadOnlySpan(in begin, available).CopyTo(tidy);
        return ReadBlock(in tidy[0], available, out number);
    }

    private int ReadBlock(ref readonly byte begin, int available, out long number)
    {
        number = 0;
        var block = Vector256.LoadUnsafe(in begin);
        var length = BitOperations.TrailingZeroCount(Vector256.Equals(block, Smaller).ExtractMostSignificantBits());
        if (length >= available)
        {
            return -1;
        }
        if (length == Vector256<byte>.Count)
        {
            return ReadLong(MemoryMarshal.CreateReadOnlySpan(in begin, available));
        }
        var mask = (1u << length) - 1;
        bool good;
        switch (_basis)
        {
            case Basistype.Whole:
                good =
                    Numbers.ReadShort(in begin, length, out number) && _constant is null
                        ? number >= _min && number <= _max
                        : CheckNumber(Value(in begin, length), out number) == ValueFault.No;
                break;
            case Basistype.Date:
                good = Dates.Read(Value(in begin, length), out number);
                break;
            case Basistype.Time:
                good = Times.IsTime(Value(in begin, length));
                break;
            default:
                good = _codes is not null
                    ? length <= sizeof(uint) && _codes.Contains(Unsafe.ReadUnaligned<uint>(in begin) & (uint)((1UL << (8 * length)) - 1))
                    : IsPlainText(in begin, block, mask, length);
                break;
        }

        return good ? length : -1;
    }

    /// <summary>A text of at most 31 bytes, whose place in the block the mask tells.</summary>
    private bool IsPlainText(ref readonly byte begin, Vector256<byte> block, uint mask, int length)
    {
        var high = block.ExtractMostSignificantBits() & mask;
        var characters =
            high == 0
                ? length
                : length - BitOperations.PopCount(Vector256.LessThan(block.AsSByte(), Continuation).ExtractMostSignificantBits() & mask);
        if (characters < _minLength || characters > _maxLength || (high != 0 && !InputWindow.IsGood(Value(in begin, length))))
        {
            return false;
        }
        switch (_pattern)
        {
            case PatternKind.Digits:
                var noDigit = Vector256.GreaterThan(block - Zero, Nine).ExtractMostSignificantBits();
                return (noDigit & mask) == 0 && (_digitCount < 0 || length == _digitCount);
            case PatternKind.Letters when high == 0:
                var noLetter = Vector256.GreaterThan((block | Letterbit) - SmallA, ToZ).ExtractMostSignificantBits();
                return (noLetter & mask) == 0 && length > 0;
            default:
                var special =
                    Vector256.LessThan(block.AsSByte(), Space).AsByte()
                    | Vector256.Equals(block, Ampersand)
                    | Vector256.Equals(block, Bracket);
                if ((special.ExtractMostSignificantBits() & ~high & mask) != 0)
                {
                    return false;
                }
                if (_pattern == PatternKind.No || (_pattern is PatternKind.NotEmpty or PatternKind.NotBlank && length > 0 && begin > ' '))
                {
                    return true;
                }
                return Past(Value(in begin, length), characters);
        }
    }

    /// <summary>A value of 32 bytes or more: only a text can be, and still be plain.</summary>
    private int ReadLong(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.IndexOf((byte)'<');
        if (length < 0 || _basis != Basistype.Text || _codes is not null)
        {
            return -1;
        }
        var value = bytes[..length];
        if (value.ContainsAnyInRange((byte)0, (byte)0x1F) || value.ContainsAny((byte)'&', (byte)']'))
        {
            return -1;
        }
        if (!InputWindow.IsGood(value))
        {
            return -1;
        }
        var characters = CharacterSet.Count(value);
        return characters >= _minLength && characters <= _maxLength && Past(value, characters) ? length : -1;
    }

    private static ReadOnlySpan<byte> Value(ref readonly byte begin, int length) => MemoryMarshal.CreateReadOnlySpan(in begin, length);
}
