using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ijw.Model;

namespace Ijw.Reading;

/// <summary>A key as bytes that are equal when the keys are: numbers as numbers, texts as delivered, absent as empty.</summary>
internal sealed class Sleutel
{
    private readonly Deel[] _delen;

    /// <summary>A field, and how many classes up it stands.</summary>
    private readonly record struct Deel(int Omhoog, Veld Veld, bool IsGetal);

    /// <summary>The key made of these fields of one record.</summary>
    public Sleutel(IEnumerable<Veld> velden) => _delen = [.. velden.Select(veld => Maak(0, veld))];

    /// <summary>The full key of a class: its own, then those of the classes around it. One that occurs once in a bericht adds nothing.</summary>
    public Sleutel(Klassemodel klasse)
    {
        var delen = new List<Deel>();
        var omhoog = 0;
        for (var model = klasse; model is not null; model = model.Ouder, omhoog++)
            if (model == klasse || model.KomtVakerVoor) delen.AddRange(model.Sleutel.Select(veld => Maak(omhoog, veld)));
        _delen = [.. delen];
    }

    /// <summary>Writes the key of this record to the start of <paramref name="doel"/>; gives its length, or -1 when there is too little room.</summary>
    public int Schrijf(Record record, Span<byte> doel)
    {
        var end = 0;
        foreach (ref readonly var deel in _delen.AsSpan())
        {
            var houder = record;
            for (var i = deel.Omhoog; i > 0; i--) houder = houder.Ouder!;
            var tekst = houder.Bytes(deel.Veld);
            var lengte = deel.IsGetal && !tekst.IsEmpty ? sizeof(long) : tekst.Length;
            if (doel.Length - end < sizeof(int) + Math.Max(lengte, InputWindow.Slack)) return -1;
            BinaryPrimitives.WriteInt32LittleEndian(doel[end..], lengte);
            end += sizeof(int);
            if (deel.IsGetal) BinaryPrimitives.WriteInt64LittleEndian(doel[end..], houder.Getal(deel.Veld));
            else Kopie.Van(tekst, doel[end..]);
            end += lengte;
        }

        return end;
    }

    private static Deel Maak(int omhoog, Veld veld) => new(omhoog, veld, veld.Basis == Basistype.Geheel);
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
