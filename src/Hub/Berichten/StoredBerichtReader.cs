using System.Security.Cryptography;
using Hub.Archief;
using Ijw;
using Ijw.Content;
using Ijw.Retour;

namespace Hub.Berichten;

/// <summary>
/// Reads berichten that are level 1 clean, from the archive or as the hub made them, once each: all that is asked of a bericht comes of the
/// same pass over its bytes. Clients, and identifications that may hold a BSN, are known by their key. The only place where the flow turns
/// bytes that it has into what they say.
/// </summary>
public sealed class StoredBerichtReader(IArchief archief, ClientKeys keys)
{
    /// <summary>Of a bericht of at most so many bytes these are kept in hand, for what comes after it was read.</summary>
    public const int MaxInHand = 1024 * 1024;

    /// <summary>
    /// Of a bericht of at most so many bytes the tree is made while it is read, when an answer may be made from it. It takes some four
    /// times as much, and up to 32 berichten are in hand at once.
    /// </summary>
    public const int MaxInTree = 256 * 1024;

    private const int PieceBytes = 64 * 1024;

    /// <summary>What <paramref name="bericht"/> says, and its bytes when they are few.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="withTree">Whether its answer may be made from its tree.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<ReadBericht> ReadInHandAsync(BerichtStatus bericht, bool withTree, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var parts = new ReadingParts { Content = keys.OfContent, TreeBytes = withTree && bericht.Length <= MaxInTree ? MaxInTree : 0 };
        if (bericht.Length > MaxInHand)
        {
            var stream = await archief.ReadAsync(bericht.Archief, cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var read = await BerichtReading.ReadAsync(stream, parts, cancellation: cancellation).ConfigureAwait(false);
                return ReadBericht.Of(read, null) ?? throw NoBericht();
            }
        }

        var bytes = await BytesAsync(bericht, cancellation).ConfigureAwait(false);
        return ReadBericht.Of(BerichtReading.Read(bytes.Span, parts), bytes) ?? throw NoBericht();
    }

    /// <summary>What <paramref name="bericht"/> says.</summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<BerichtContent> ReadAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        (await ReadInHandAsync(bericht, withTree: false, cancellation).ConfigureAwait(false)).Content;

    /// <summary>The bytes of <paramref name="bericht"/>, all in memory.</summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    public async Task<ReadOnlyMemory<byte>> BytesAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var bytes = new byte[bericht.Length];
        var stream = await archief.ReadAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await stream.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        }

        return bytes;
    }

    /// <summary>
    /// The bytes of the answer to <paramref name="bericht"/> that gives its classes back with what was found on them. When it was read
    /// without a tree its bytes are read again, and only what is refused is kept.
    /// </summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    public async Task<byte[]> AnswerAsync(
        BerichtStatus bericht,
        ReadBericht read,
        IReadOnlyList<Bevinding> faults,
        string identificatie,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(read);
        if (read.Tree is { } tree)
        {
            return RetourBuilder.Make(tree, faults, identificatie, bericht.Ontvangstdatum);
        }
        var stream = read.Bytes is { } bytes
            ? new MemoryStream(bytes.ToArray(), writable: false)
            : await archief.ReadAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await RetourBuilder.MakeAsync(stream, faults, identificatie, bericht.Ontvangstdatum, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// What stands in the archive at the place of a bericht, checked as if it came in, with its SHA-256 and its length; null when nothing
    /// stands there.
    /// </summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    public async Task<(CheckOutcome Outcome, byte[] Sha256, long Length)?> CheckAsync(string berichtId, CancellationToken cancellation)
    {
        try
        {
            var stream = await archief.ReadAsync(ArchiefPlace.OfBericht(berichtId), cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var check = new BerichtCheck();
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var (piece, length) = (new byte[PieceBytes], 0L);
                while (await stream.ReadAsync(piece, cancellation).ConfigureAwait(false) is var count and > 0)
                {
                    check.Feed(piece.AsSpan(0, count));
                    hash.AppendData(piece, 0, count);
                    length += count;
                }

                return (check.Complete(), hash.GetHashAndReset(), length);
            }
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.NotFound)
        {
            return null;
        }
    }

    /// <summary>Checks bytes that are all there as if they came in, and reads what they say.</summary>
    public BerichtReadingResult Check(ReadOnlySpan<byte> bytes) => Check(bytes, keys);

    internal static BerichtReadingResult Check(ReadOnlySpan<byte> bytes, ClientKeys keys) =>
        BerichtReading.Read(bytes, ReadingParts.Check with { Content = keys.OfContent });

    private static InvalidDataException NoBericht() => new("What the archive has of a bericht is no bericht.");
}
