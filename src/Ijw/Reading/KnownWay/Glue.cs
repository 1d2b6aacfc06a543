using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ijw.Reading.Schemas;

namespace Ijw.Reading.KnownWay;

/// <summary>What stands between the value of one leaf and that of the next in one sender's style, and what it means.</summary>
/// <remarks>Made once, when it was read in full; from then on it is compared as bytes (docs/reader.md).</remarks>
internal sealed class Glue
{
    /// <summary>Glue behind a value of <paramref name="from"/>.</summary>
    /// <param name="bytes">The tags and white space, from the end tag of the leaf up to and including the start tag of the next; or to the
    /// end of the root.</param>
    /// <param name="from">The leaf that closes; null when this is how a bericht begins.</param>
    /// <param name="close">How many elements close after the leaf itself.</param>
    /// <param name="opens">The elements that open, the next leaf last; empty when the bericht ends here.</param>
    /// <param name="next">The place of the next value; null when the bericht ends here.</param>
    public Glue(byte[] bytes, SchemaNode? from, int close, IReadOnlyList<Opening> opens, Waypoint? next)
    {
        Bytes = bytes;
        Next = next;
        if (next is not null)
        {
            NextAt = opens[^1].At;
        }
        for (var node = from?.Parent; close > 0; close--, node = node!.Parent)
        {
            if (node!.IsFrame)
            {
                Close++;
            }
        }
        // The next leaf notes itself when its value is read; only one that repeats must be counted.
        Opens = [.. opens.Where(opening => opening.Node.IsFrame || (opening.Node.IsLeaf ? opening.Node.Slot < 0 : opening.Node.Slot >= 0))];
        LeaveFrame = Close > 0 || Opens.Any(opening => opening.Node.IsFrame || opening.Node.IsLeaf);
    }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>True when the bytes of a glue stand at <paramref name="begin"/>, where no fewer are than it has.</summary>
    public static bool IsBegin(byte[] bytes, ref byte begin)
    {
        var length = bytes.Length;
        ref var glue = ref MemoryMarshal.GetArrayDataReference(bytes);
        // Block by block, the last one lying over the one before.
        if (Vector512.IsHardwareAccelerated && length >= Vector512<byte>.Count)
        {
            var last = (nuint)(length - Vector512<byte>.Count);
            for (nuint at = 0; at < last; at += (nuint)Vector512<byte>.Count)
            {
                if (Vector512.LoadUnsafe(ref begin, at) != Vector512.LoadUnsafe(ref glue, at))
                {
                    return false;
                }
            }
            return Vector512.LoadUnsafe(ref begin, last) == Vector512.LoadUnsafe(ref glue, last);
        }

        if (length >= Vector256<byte>.Count)
        {
            var last = (nuint)(length - Vector256<byte>.Count);
            for (nuint at = 0; at < last; at += (nuint)Vector256<byte>.Count)
            {
                if (Vector256.LoadUnsafe(ref begin, at) != Vector256.LoadUnsafe(ref glue, at))
                {
                    return false;
                }
            }
            return Vector256.LoadUnsafe(ref begin, last) == Vector256.LoadUnsafe(ref glue, last);
        }

        return MemoryMarshal.CreateReadOnlySpan(ref begin, length).SequenceEqual(bytes);
    }

    /// <summary>The place of the next value; null when the bericht ends here.</summary>
    public Waypoint? Next { get; }

    /// <summary>Where the start tag of the next leaf stands.</summary>
    public int NextAt { get; }

    /// <summary>How many elements close that have a frame of their own on the known way.</summary>
    public int Close { get; }

    /// <summary>What opens and must be noted.</summary>
    public Opening[] Opens { get; }

    /// <summary>False when the next value belongs to the same record and nothing that repeats stands between.</summary>
    public bool LeaveFrame { get; }
}
