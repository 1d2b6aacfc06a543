using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ijw.Model.Datatypes;
using Ijw.Reading.Schemas;

namespace Ijw.Reading.Keys;

/// <summary>A key as bytes that are equal when the keys are: numbers as numbers, texts as delivered, absent as empty.</summary>
internal sealed class Sleutel
{
    /// <summary>Bytes before a field, with its length, at most.</summary>
    private const int Kop = 1 + sizeof(int);

    private readonly (Veld Veld, bool IsGetal)[] _velden;

    /// <summary>The key made of these fields of one record.</summary>
    public Sleutel(IEnumerable<Veld> velden) => _velden = [.. velden.Select(veld => (veld, veld.Basis == Basistype.Geheel))];

    /// <summary>
    /// Writes the key of this record to the start of <paramref name="doel"/>, behind the number of the key that it stands within; gives its length,
    /// or -1 when there is too little room.
    /// </summary>
    public int Schrijf(Record record, int binnen, Span<byte> doel)
    {
        if (doel.Length < sizeof(int)) return -1;
        BinaryPrimitives.WriteInt32LittleEndian(doel, binnen);
        var end = sizeof(int);
        foreach (var (veld, isGetal) in _velden)
        {
            var tekst = isGetal ? default : record.Bytes(veld);
            if (doel.Length - end < Kop + Math.Max(tekst.Length, sizeof(long))) return -1;
            var lengte = isGetal ? record.Heeft(veld) ? sizeof(long) : 0 : tekst.Length;
            end += SchrijfLengte(lengte, doel[end..]);
            if (isGetal) BinaryPrimitives.WriteInt64LittleEndian(doel[end..], record.Getal(veld));
            else Kopie.Van(tekst, doel[end..]);
            end += lengte;
        }

        return end;
    }

    /// <summary>One byte, or for what is long five.</summary>
    private static int SchrijfLengte(int lengte, Span<byte> doel)
    {
        doel[0] = (byte)Math.Min(lengte, byte.MaxValue);
        if (lengte < byte.MaxValue) return 1;
        BinaryPrimitives.WriteInt32LittleEndian(doel[1..], lengte);
        return Kop;
    }
}

/// <summary>Copies of short values, without a call.</summary>
internal static class Kopie
{
    /// <summary>Copies a value to the start of <paramref name="doel"/>, which is no shorter.</summary>
    public static void Van(ReadOnlySpan<byte> waarde, Span<byte> doel)
    {
        var lengte = waarde.Length;
        if (lengte > 2 * Vector128<byte>.Count || doel.Length < lengte)
        {
            waarde.CopyTo(doel);
            return;
        }

        // Two words that may lie over each other.
        ref var van = ref MemoryMarshal.GetReference(waarde);
        ref var naar = ref MemoryMarshal.GetReference(doel);
        if (lengte >= Vector128<byte>.Count) Twee<Vector128<byte>>(ref van, ref naar, lengte);
        else if (lengte >= sizeof(ulong)) Twee<ulong>(ref van, ref naar, lengte);
        else if (lengte >= sizeof(uint)) Twee<uint>(ref van, ref naar, lengte);
        else if (lengte >= sizeof(ushort)) Twee<ushort>(ref van, ref naar, lengte);
        else if (lengte == 1) naar = van;
    }

    private static void Twee<T>(ref byte van, ref byte naar, int lengte)
        where T : unmanaged
    {
        var rest = lengte - Unsafe.SizeOf<T>();
        var (eerste, laatste) = (Unsafe.ReadUnaligned<T>(ref van), Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref van, rest)));
        Unsafe.WriteUnaligned(ref naar, eerste);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref naar, rest), laatste);
    }
}
