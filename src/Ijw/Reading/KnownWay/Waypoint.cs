using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;

namespace Ijw.Reading.KnownWay;

/// <summary>A leaf in one sender's style: where a value stands on the known way, and what was seen behind it.</summary>
internal sealed class Waypoint(SchemaNode node)
{
    private const int MaxVariants = 16;

    /// <summary>No glue is shorter: it has an end tag.</summary>
    private const int Shortest = sizeof(ulong);

    private Variant[] _variants = [];

    /// <summary>Glue, with its length and its last bytes: that is where the glue behind one leaf differs most.</summary>
    private readonly record struct Variant(ulong Tail, byte[] Bytes, Glue Glue, int Length);

    /// <summary>The leaf.</summary>
    public SchemaNode Node { get; } = node;

    /// <summary>The check on its values.</summary>
    public LeafType Type { get; } = node.Type!;

    /// <summary>Its place in the record; -1 when it repeats.</summary>
    public int Slot { get; } = node.Slot;

    /// <summary>The glue that stands at <paramref name="begin"/>, of which so many bytes are there; null when it is not known.</summary>
    public Glue? Find(ref byte begin, int available)
    {
        foreach (ref readonly var variant in _variants.AsSpan())
        {
            var length = variant.Length;
            if (
                length <= available
                && Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref begin, length - Shortest)) == variant.Tail
                && Glue.IsBegin(variant.Bytes, ref begin)
            )
            {
                return variant.Glue;
            }
        }

        return null;
    }

    /// <summary>Remembers glue, up to a bound; nothing when there is no place, or no need.</summary>
    public void Learn(ReadOnlySpan<byte> bytes, int close, List<Opening> opens, Waypoint? next)
    {
        if (bytes.Length >= Shortest && _variants.Length < MaxVariants && Find(ref MemoryMarshal.GetReference(bytes), bytes.Length) is null)
        {
            var glue = new Glue(bytes.ToArray(), Node, close, opens, next);
            _variants = [.. _variants, new Variant(Unsafe.ReadUnaligned<ulong>(in bytes[^Shortest]), glue.Bytes, glue, bytes.Length)];
        }
    }
}
