using System.Runtime.InteropServices;

namespace Ijw.Reading.Values;

/// <summary>Eight bytes as one number, the first byte lowest on every machine.</summary>
internal static class Word
{
    /// <summary>The eight bytes from <paramref name="begin"/> on.</summary>
    public static ulong Of(ref readonly byte begin) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.CreateReadOnlySpan(in begin, sizeof(ulong)));
}
