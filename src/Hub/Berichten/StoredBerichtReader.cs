using Hub.Archief;
using Ijw;
using Ijw.Content;
using Ijw.Retour;

namespace Hub.Berichten;

/// <summary>
/// Reads berichten that are level 1 clean, from the archive or as the hub made them; clients, and identifications that may hold a BSN, are
/// known by their key. The only place where the flow turns bytes into what they say.
/// </summary>
public sealed class StoredBerichtReader(IArchief archief, ClientKeys keys)
{
    /// <summary>Of a bericht of at most so many bytes these are kept in hand, for what comes after it was read.</summary>
    public const int MaxInHand = 1024 * 1024;

    private const int ReadBytes = 32 * 1024;

    /// <summary>What <paramref name="bericht"/> says, and its bytes when they are few.</summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<ReadBericht> ReadInHandAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (bericht.Length > MaxInHand)
        {
            var stream = await archief.ReadAsync(bericht.Archief, cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return new ReadBericht(await ContentAsync(stream, cancellation).ConfigureAwait(false), null);
            }
        }

        var bytes = await BytesAsync(bericht, cancellation).ConfigureAwait(false);
        return new ReadBericht(keys.Read(bytes.Span) ?? throw NoBericht(), bytes);
    }

    /// <summary>What <paramref name="bericht"/> says.</summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<BerichtContent> ReadAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        (await ReadInHandAsync(bericht, cancellation).ConfigureAwait(false)).Content;

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
    /// The Header as its sender wrote it: an answer repeats it. Only when something in it was kept as a key are the bytes looked at.
    /// </summary>
    /// <exception cref="StorageException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<BerichtHeader> ReadHeaderAsync(BerichtStatus bericht, ReadBericht read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (!ClientKeys.IsKeyed(bericht.Header))
        {
            return bericht.Header;
        }
        var stream = await OpenAsync(bericht, read, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var check = new BerichtCheck();
            var piece = new byte[ReadBytes];
            while (check.Header is null && await stream.ReadAsync(piece, cancellation).ConfigureAwait(false) is var count and > 0)
            {
                check.Feed(piece.AsSpan(0, count));
            }
            return check.Header ?? throw NoBericht();
        }
    }

    /// <summary>The bytes of the answer to <paramref name="bericht"/> that gives its classes back with what was found on them.</summary>
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
        var stream = await OpenAsync(bericht, read, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await RetourBuilder.MakeAsync(stream, faults, identificatie, bericht.Ontvangstdatum, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>An answer that the hub made: our own bytes pass the same check as anyone's before they go out.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no bericht.</exception>
    public (CheckOutcome Outcome, BerichtHeader Header, ReadBericht Read) ReadOwn(byte[] bytes) => ReadOwn(bytes, keys);

    internal static (CheckOutcome Outcome, BerichtHeader Header, ReadBericht Read) ReadOwn(byte[] bytes, ClientKeys keys)
    {
        var outcome = BerichtCheck.Check(bytes);
        if (outcome.Oordeel == Oordeel.NoBericht || outcome.Header is not { } header || keys.Read(bytes) is not { } content)
        {
            throw new InvalidOperationException("The answer that was made is no bericht.");
        }
        return (outcome, header.With(keys.Identification), new ReadBericht(content, bytes));
    }

    private async Task<Stream> OpenAsync(BerichtStatus bericht, ReadBericht read, CancellationToken cancellation) =>
        read.Bytes is { } bytes
            ? new MemoryStream(bytes.ToArray(), writable: false)
            : await archief.ReadAsync(bericht.Archief, cancellation).ConfigureAwait(false);

    private async Task<BerichtContent> ContentAsync(Stream stream, CancellationToken cancellation) =>
        await ContentReader
            .ReadAsync(stream, keys.Of, identification: keys.Identification, cancellation: cancellation)
            .ConfigureAwait(false)
        ?? throw NoBericht();

    private static InvalidDataException NoBericht() => new("What the archive has of a bericht is no bericht.");
}
