using System.Buffers;
using System.Buffers.Binary;
using Ijw.Model;

namespace Ijw.Reading;

/// <summary>A key as bytes that are equal when the keys are: numbers as numbers, texts as delivered, absent as empty.</summary>
internal sealed class Sleutel
{
    private readonly (int Omhoog, Veld Veld)[] _velden;
    private readonly ArrayBufferWriter<byte> _bytes = new(64);

    /// <summary>The key made of these fields of one record.</summary>
    public Sleutel(IEnumerable<Veld> velden) => _velden = [.. velden.Select(veld => (0, veld))];

    /// <summary>The full key of a class: its own, then those of the classes around it.</summary>
    public Sleutel(Klassemodel klasse)
    {
        var velden = new List<(int, Veld)>();
        var omhoog = 0;
        for (var model = klasse; model is not null; model = model.Ouder, omhoog++) velden.AddRange(model.Sleutel.Select(veld => (omhoog, veld)));
        _velden = [.. velden];
    }

    /// <summary>The key of this record; valid until the next call.</summary>
    public ReadOnlySpan<byte> Van(Record record)
    {
        _bytes.ResetWrittenCount();
        foreach (var (omhoog, veld) in _velden)
        {
            var houder = record;
            for (var i = 0; i < omhoog; i++) houder = houder.Ouder!;
            if (veld.Basis == Basistype.Geheel && houder.Heeft(veld)) Schrijf(houder.Getal(veld));
            else Schrijf(houder.Bytes(veld));
        }

        return _bytes.WrittenSpan;
    }

    private void Schrijf(long getal)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, getal);
        Schrijf(bytes);
    }

    private void Schrijf(ReadOnlySpan<byte> deel)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), deel.Length);
        _bytes.Advance(sizeof(int));
        _bytes.Write(deel);
    }
}
