using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ijw.Reading.Schemas;

namespace Ijw.Reading.KnownWay;

/// <summary>A start tag in what stands between two values.</summary>
/// <param name="Node">What opens.</param>
/// <param name="At">Where its tag starts, from the first byte after the value.</param>
internal readonly record struct Opening(SchemaNode Node, int At);

/// <summary>What stands between the value of one leaf and that of the next in one sender's style, and what it means.</summary>
/// <remarks>Made once, when it was read in full; from then on it is compared as bytes (docs/reader.md).</remarks>
internal sealed class Lijm
{
    /// <summary>Glue behind a value of <paramref name="van"/>.</summary>
    /// <param name="bytes">The tags and white space, from the end tag of the leaf up to and including the start tag of the next; or to the end of the root.</param>
    /// <param name="van">The leaf that closes; null when this is how a bericht begins.</param>
    /// <param name="sluit">How many elements close after the leaf itself.</param>
    /// <param name="opent">The elements that open, the next leaf last; empty when the bericht ends here.</param>
    /// <param name="volgende">The place of the next value; null when the bericht ends here.</param>
    public Lijm(byte[] bytes, SchemaNode? van, int sluit, IReadOnlyList<Opening> opent, Halte? volgende)
    {
        Bytes = bytes;
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

    /// <summary>True when the bytes of a glue stand at <paramref name="begin"/>, where no fewer are than it has.</summary>
    public static bool IsBegin(byte[] bytes, ref byte begin)
    {
        var lengte = bytes.Length;
        ref var lijm = ref MemoryMarshal.GetArrayDataReference(bytes);
        // Block by block, the last one lying over the one before.
        if (Vector512.IsHardwareAccelerated && lengte >= Vector512<byte>.Count)
        {
            var laatste = (nuint)(lengte - Vector512<byte>.Count);
            for (nuint at = 0; at < laatste; at += (nuint)Vector512<byte>.Count)
                if (Vector512.LoadUnsafe(ref begin, at) != Vector512.LoadUnsafe(ref lijm, at)) return false;
            return Vector512.LoadUnsafe(ref begin, laatste) == Vector512.LoadUnsafe(ref lijm, laatste);
        }

        if (lengte >= Vector256<byte>.Count)
        {
            var laatste = (nuint)(lengte - Vector256<byte>.Count);
            for (nuint at = 0; at < laatste; at += (nuint)Vector256<byte>.Count)
                if (Vector256.LoadUnsafe(ref begin, at) != Vector256.LoadUnsafe(ref lijm, at)) return false;
            return Vector256.LoadUnsafe(ref begin, laatste) == Vector256.LoadUnsafe(ref lijm, laatste);
        }

        return MemoryMarshal.CreateReadOnlySpan(ref begin, lengte).SequenceEqual(bytes);
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
}
