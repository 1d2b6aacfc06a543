using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ijw.Model;

namespace Ijw.Reading;

/// <summary>A key as bytes that are equal when the keys are: numbers as numbers, texts as delivered, absent as empty.</summary>
internal sealed class Sleutel
{
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
        var velden = _velden.AsSpan();
        for (var i = 0; i < velden.Length; i++)
        {
            var (veld, isGetal) = velden[i];
            var tekst = record.Bytes(veld);
            var lengte = isGetal && !tekst.IsEmpty ? sizeof(long) : tekst.Length;
            if (doel.Length - end < sizeof(int) + Math.Max(lengte, InputWindow.Slack)) return -1;
            // How long the last one is, the length of the key tells.
            if (i < velden.Length - 1)
            {
                BinaryPrimitives.WriteInt32LittleEndian(doel[end..], lengte);
                end += sizeof(int);
            }

            if (isGetal) BinaryPrimitives.WriteInt64LittleEndian(doel[end..], record.Getal(veld));
            else Kopie.Van(tekst, doel[end..]);
            end += lengte;
        }

        return end;
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
