using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ijw.Model;

namespace Ijw.Reading;

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
            if (doel.Length - end < Kop + Math.Max(tekst.Length, InputWindow.Slack)) return -1;
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

/// <summary>Copies of short values, without the question how short.</summary>
internal static class Kopie
{
    /// <summary>
    /// Copies a value that stands in a window or a record, behind which <see cref="InputWindow.Slack"/> bytes may be read, to where as many may
    /// be written: what stands behind the copy is lost.
    /// </summary>
    public static void Van(ReadOnlySpan<byte> waarde, Span<byte> doel)
    {
        if (waarde.IsEmpty) return;
        if (waarde.Length > InputWindow.Slack) waarde.CopyTo(doel);
        else Unsafe.CopyBlockUnaligned(ref MemoryMarshal.GetReference(doel), in MemoryMarshal.GetReference(waarde), InputWindow.Slack);
    }
}
