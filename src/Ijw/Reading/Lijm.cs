using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ijw.Reading;

/// <summary>A start tag in what stands between two values.</summary>
/// <param name="Node">What opens.</param>
/// <param name="At">Where its tag starts, from the first byte after the value.</param>
internal readonly record struct Opening(SchemaNode Node, int At);

/// <summary>What stands between the value of one leaf and that of the next in one sender's style, and what it means.</summary>
/// <remarks>Made once, when it was read in full; from then on it is compared as bytes (docs/reader.md).</remarks>
internal sealed class Lijm
{
    /// <summary>No glue is shorter: it has an end tag.</summary>
    public const int Kortste = sizeof(ulong);

    private readonly ulong _staart;

    /// <summary>Glue behind a value of <paramref name="van"/>.</summary>
    /// <param name="bytes">The tags and white space, from the end tag of the leaf up to and including the start tag of the next; or to the end of the root.</param>
    /// <param name="van">The leaf that closes; null when this is how a bericht begins.</param>
    /// <param name="sluit">How many elements close after the leaf itself.</param>
    /// <param name="opent">The elements that open, the next leaf last; empty when the bericht ends here.</param>
    /// <param name="volgende">The place of the next value; null when the bericht ends here.</param>
    public Lijm(byte[] bytes, SchemaNode? van, int sluit, IReadOnlyList<Opening> opent, Halte? volgende)
    {
        Bytes = bytes;
        _staart = Staart(bytes);
        Volgende = volgende;
        if (volgende is not null) VolgendeAt = opent[^1].At;
        for (var node = van?.Parent; sluit > 0; sluit--, node = node!.Parent)
            if (node!.IsKader) Sluit++;
        // The next leaf notes itself when its value is read; only one that repeats must be counted.
        Opent = [.. opent.Where(opening => opening.Node.IsKader || (opening.Node.IsLeaf ? opening.Node.Slot < 0 : opening.Node.Slot >= 0))];
        VerlaatKader = Sluit > 0 || Opent.Any(opening => opening.Node.IsKader || opening.Node.IsLeaf);
    }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>True when <paramref name="bytes"/> start with this glue. Glue behind one leaf differs most at its end, so that is compared first.</summary>
    public bool IsBegin(ReadOnlySpan<byte> bytes)
    {
        var lijm = Bytes.AsSpan();
        if (bytes.Length < lijm.Length || Staart(bytes[..lijm.Length]) != _staart) return false;
        if (lijm.Length < Vector256<byte>.Count) return bytes.StartsWith(lijm);
        ref var een = ref MemoryMarshal.GetReference(bytes);
        ref var ander = ref MemoryMarshal.GetReference(lijm);
        // The tail was compared; what stands before it goes block by block, the last one lying over the one before.
        var laatste = (nuint)(lijm.Length - Vector256<byte>.Count);
        for (nuint at = 0; at < laatste; at += (nuint)Vector256<byte>.Count)
            if (Vector256.LoadUnsafe(ref een, at) != Vector256.LoadUnsafe(ref ander, at)) return false;
        return Vector256.LoadUnsafe(ref een, laatste) == Vector256.LoadUnsafe(ref ander, laatste);
    }

    /// <summary>The place of the next value; null when the bericht ends here.</summary>
    public Halte? Volgende { get; }

    /// <summary>Where the start tag of the next leaf stands.</summary>
    public int VolgendeAt { get; }

    /// <summary>How many elements close that have a frame of their own on the known way.</summary>
    public int Sluit { get; }

    /// <summary>What opens and must be noted.</summary>
    public Opening[] Opent { get; }

    /// <summary>False when the next value belongs to the same record and nothing that repeats stands between.</summary>
    public bool VerlaatKader { get; }

    private static ulong Staart(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[^Kortste..]);
}

/// <summary>A leaf in one sender's style: where a value stands on the known way, and what was seen behind it.</summary>
internal sealed class Halte(SchemaNode node)
{
    private const int MeesteVarianten = 8;

    private Lijm[] _varianten = [];

    /// <summary>The leaf.</summary>
    public SchemaNode Node { get; } = node;

    /// <summary>The check on its values.</summary>
    public Waarden.Waardetype Type { get; } = node.Type!;

    /// <summary>Its place in the record; -1 when it repeats.</summary>
    public int Slot { get; } = node.Slot;

    /// <summary>The glue that <paramref name="bytes"/> start with; null when it is not known.</summary>
    public Lijm? Zoek(ReadOnlySpan<byte> bytes)
    {
        foreach (var lijm in _varianten)
            if (lijm.IsBegin(bytes)) return lijm;
        return null;
    }

    /// <summary>Remembers glue, up to a bound; nothing when there is no place, or no need.</summary>
    public void Leer(ReadOnlySpan<byte> bytes, int sluit, List<Opening> opent, Halte? volgende)
    {
        if (bytes.Length >= Lijm.Kortste && _varianten.Length < MeesteVarianten && Zoek(bytes) is null)
            _varianten = [.. _varianten, new Lijm(bytes.ToArray(), Node, sluit, opent, volgende)];
    }
}
