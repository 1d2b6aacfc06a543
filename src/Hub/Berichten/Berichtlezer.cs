using Hub.Archief;
using Ijw;
using Ijw.Inhoud;
using Ijw.Retour;

namespace Hub.Berichten;

/// <summary>
/// Reads berichten that are level 1 clean, from the archive or as the hub made them; clients, and identifications that may hold a BSN, are
/// known by their key. The only place where the flow turns bytes into what they say.
/// </summary>
public sealed class Berichtlezer(IArchief archief, Clientsleutels sleutels)
{
    /// <summary>Of a bericht of at most so many bytes these are kept in hand, for what comes after it was read.</summary>
    public const int MaxInHand = 1024 * 1024;

    private const int ReadBytes = 32 * 1024;

    /// <summary>What <paramref name="bericht"/> says, and its bytes when they are few.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<ReadBericht> ReadInHandAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (bericht.Lengte > MaxInHand)
        {
            var stroom = await archief.LeesAsync(bericht.Archief, cancellation).ConfigureAwait(false);
            await using (stroom.ConfigureAwait(false))
            {
                return new ReadBericht(await ContentAsync(stroom, cancellation).ConfigureAwait(false), null);
            }
        }

        var bytes = await BytesAsync(bericht, cancellation).ConfigureAwait(false);
        return new ReadBericht(sleutels.Lees(bytes.Span) ?? throw NoBericht(), bytes);
    }

    /// <summary>What <paramref name="bericht"/> says.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<Berichtinhoud> LeesAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        (await ReadInHandAsync(bericht, cancellation).ConfigureAwait(false)).Inhoud;

    /// <summary>The bytes of <paramref name="bericht"/>, all in memory.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    public async Task<ReadOnlyMemory<byte>> BytesAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var bytes = new byte[bericht.Lengte];
        var stroom = await archief.LeesAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            await stroom.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        }

        return bytes;
    }

    /// <summary>
    /// The Header as its sender wrote it: an answer repeats it. Only when something in it was kept as a key are the bytes looked at.
    /// </summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of the bericht that was taken in.</exception>
    public async Task<Berichtkop> ReadKopAsync(BerichtStatus bericht, ReadBericht read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (!Clientsleutels.IsKeyed(bericht.Kop)) return bericht.Kop;
        var stroom = await OpenAsync(bericht, read, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            var controle = new BerichtControle();
            var stuk = new byte[ReadBytes];
            while (controle.Kop is null && await stroom.ReadAsync(stuk, cancellation).ConfigureAwait(false) is var aantal and > 0)
                controle.Feed(stuk.AsSpan(0, aantal));
            return controle.Kop ?? throw NoBericht();
        }
    }

    /// <summary>The bytes of the answer to <paramref name="bericht"/> that gives its classes back with what was found on them.</summary>
    /// <exception cref="OpslagException">The archive failed.</exception>
    public async Task<byte[]> AnswerAsync(
        BerichtStatus bericht, ReadBericht read, IReadOnlyList<Bevinding> fouten, string identificatie, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var stroom = await OpenAsync(bericht, read, cancellation).ConfigureAwait(false);
        await using (stroom.ConfigureAwait(false))
        {
            return await Retourbouwer.MaakAsync(stroom, fouten, identificatie, bericht.Ontvangstdatum, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>An answer that the hub made: our own bytes pass the same check as anyone's before they go out.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no bericht.</exception>
    public (ControleResultaat Resultaat, Berichtkop Kop, ReadBericht Read) ReadOwn(byte[] bytes) => ReadOwn(bytes, sleutels);

    internal static (ControleResultaat Resultaat, Berichtkop Kop, ReadBericht Read) ReadOwn(byte[] bytes, Clientsleutels sleutels)
    {
        var resultaat = BerichtControle.Controleer(bytes);
        if (resultaat.Oordeel == Oordeel.GeenBericht || resultaat.Kop is not { } kop || sleutels.Lees(bytes) is not { } inhoud)
            throw new InvalidOperationException("The answer that was made is no bericht.");
        return (resultaat, kop.With(sleutels.Identification), new ReadBericht(inhoud, bytes));
    }

    private async Task<Stream> OpenAsync(BerichtStatus bericht, ReadBericht read, CancellationToken cancellation) => read.Bytes is { } bytes
        ? new MemoryStream(bytes.ToArray(), writable: false)
        : await archief.LeesAsync(bericht.Archief, cancellation).ConfigureAwait(false);

    private async Task<Berichtinhoud> ContentAsync(Stream stroom, CancellationToken cancellation) => await Inhoudlezer.LeesAsync(
        stroom, sleutels.Van, identification: sleutels.Identification, cancellation: cancellation).ConfigureAwait(false) ?? throw NoBericht();

    private static InvalidDataException NoBericht() => new("What the archive has of a bericht is no bericht.");
}
