using System.Buffers.Binary;
using Ijw.Model;

namespace Ijw.Reading;

/// <summary>A key as bytes that are equal when the keys are: numbers as numbers, texts as delivered, absent as empty.</summary>
internal sealed class Sleutel
{
    private readonly Deel[] _delen;
    private byte[] _bytes = new byte[256];
    private int _end;

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

    /// <summary>The key of this record; valid until the next call.</summary>
    public ReadOnlySpan<byte> Van(Record record)
    {
        var end = 0;
        foreach (var (omhoog, veld, isHeelGetal) in _delen)
        {
            var houder = record;
            for (var i = 0; i < omhoog; i++) houder = houder.Ouder!;
            var tekst = houder.Bytes(veld);
            var isGetal = isHeelGetal && !tekst.IsEmpty;
            var lengte = isGetal ? sizeof(long) : tekst.Length;
            if (end + lengte + sizeof(int) > _bytes.Length) Array.Resize(ref _bytes, (_bytes.Length * 2) + lengte);
            BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(end), lengte);
            end += sizeof(int);
            if (isGetal) BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(end), houder.Getal(veld));
            else tekst.CopyTo(_bytes.AsSpan(end));
            end += lengte;
        }

        _end = end;
        return _bytes.AsSpan(0, end);
    }

    /// <summary>Forgets the last key.</summary>
    public void Wis() => Array.Clear(_bytes, 0, _end);

    private static Deel Maak(int omhoog, Veld veld) => new(omhoog, veld, veld.Basis == Basistype.Geheel);
}
