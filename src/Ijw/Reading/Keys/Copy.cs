using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ijw.Reading.Keys;

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
