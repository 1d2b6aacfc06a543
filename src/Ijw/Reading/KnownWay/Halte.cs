using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;

namespace Ijw.Reading.KnownWay;

/// <summary>A leaf in one sender's style: where a value stands on the known way, and what was seen behind it.</summary>
internal sealed class Halte(SchemaNode node)
{
    private const int MeesteVarianten = 16;

    /// <summary>No glue is shorter: it has an end tag.</summary>
    private const int Kortste = sizeof(ulong);

    private Variant[] _varianten = [];

    /// <summary>Glue, with its length and its last bytes: that is where the glue behind one leaf differs most.</summary>
    private readonly record struct Variant(ulong Staart, byte[] Bytes, Lijm Lijm, int Lengte);

    /// <summary>The leaf.</summary>
    public SchemaNode Node { get; } = node;

    /// <summary>The check on its values.</summary>
    public Waardetype Type { get; } = node.Type!;

    /// <summary>Its place in the record; -1 when it repeats.</summary>
    public int Slot { get; } = node.Slot;

    /// <summary>The glue that stands at <paramref name="begin"/>, of which so many bytes are there; null when it is not known.</summary>
    public Lijm? Zoek(ref byte begin, int beschikbaar)
    {
        foreach (ref readonly var variant in _varianten.AsSpan())
        {
            var lengte = variant.Lengte;
            if (lengte <= beschikbaar && Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref begin, lengte - Kortste)) == variant.Staart && Lijm.IsBegin(variant.Bytes, ref begin))
                return variant.Lijm;
        }

        return null;
    }

    /// <summary>Remembers glue, up to a bound; nothing when there is no place, or no need.</summary>
    public void Leer(ReadOnlySpan<byte> bytes, int sluit, List<Opening> opent, Halte? volgende)
    {
        if (bytes.Length >= Kortste && _varianten.Length < MeesteVarianten && Zoek(ref MemoryMarshal.GetReference(bytes), bytes.Length) is null)
        {
            var lijm = new Lijm(bytes.ToArray(), Node, sluit, opent, volgende);
            _varianten = [.. _varianten, new Variant(Unsafe.ReadUnaligned<ulong>(in bytes[^Kortste]), lijm.Bytes, lijm, bytes.Length)];
        }
    }
}
