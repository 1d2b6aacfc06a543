using System.IO.Pipelines;
using System.Security.Cryptography;
using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;
using Hub.Search;
using Hub.Verwerking;
using Ijw;
using Microsoft.Extensions.Logging;

namespace Hub.Ontvangst;

/// <summary>Takes in one bericht: checks, hashes and archives its bytes while they come in, then records and queues it.</summary>
public sealed partial class BerichtOntvangst(
    IArchief archief,
    IBerichten berichten,
    IOnderhanden onderhanden,
    IWeigeringen weigeringen,
    ISearchIndex search,
    WerkQueue werkQueue,
    Deelnemerslijst deelnemers,
    Clientsleutels sleutels,
    RefusalBounds bounds,
    TimeProvider tijd,
    ILogger<BerichtOntvangst> logger)
{
    private const int ReadBytes = 64 * 1024;

    /// <summary>Reads <paramref name="bron"/> to its end and gives the outcome; only <see cref="OntvangstUitkomst.Aangenomen"/> is a promise.</summary>
    /// <param name="bron">The bytes of the XML, already decompressed.</param>
    /// <param name="aanroeper">Who sends it, by its token.</param>
    /// <param name="cancellation">Stops the reading; once all bytes are in, the rest is finished.</param>
    /// <exception cref="OpslagException">The archive or a table failed; the same bericht can be sent again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed; the same bericht can be sent again.</exception>
    public async Task<OntvangstUitkomst> NeemAanAsync(PipeReader bron, Deelnemer aanroeper, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bron);
        ArgumentNullException.ThrowIfNull(aanroeper);
        var lezing = new Lezing(aanroeper, deelnemers, tijd.GetUtcNow());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var upload = archief.Begin(lezing.RefusalPlace);
        var hasRoom = false;

        while (true)
        {
            var gelezen = await bron.ReadAsync(cancellation).ConfigureAwait(false);
            try
            {
                foreach (var segment in gelezen.Buffer)
                {
                    if (lezing.Neem(segment.Span) is { } afgebroken) return afgebroken;
                    hash.AppendData(segment.Span);
                    // What can't be kept anyway need not go to the storage.
                    if (lezing.IsGeenBericht && lezing.Lengte > IArchief.MaxHeld && !hasRoom)
                    {
                        if (!await HasRoomAsync(lezing, cancellation).ConfigureAwait(false)) return TooManyRefused([], 0);
                        hasRoom = true;
                    }

                    await upload.SchrijfAsync(segment, cancellation).ConfigureAwait(false);
                }
            }
            finally
            {
                // Also when it stops here, or the server could not read past the rest of the body.
                bron.AdvanceTo(gelezen.Buffer.End);
            }

            if (gelezen.IsCompleted) break;
        }

        var resultaat = lezing.Rond();
        var sha256 = hash.GetHashAndReset();
        return resultaat.Oordeel == Oordeel.GeenBericht || resultaat.Kop is null
            ? await WeigerAsync(lezing, resultaat, sha256, upload).ConfigureAwait(false)
            : await NeemAanAsync(lezing, resultaat, resultaat.Kop, sha256, upload).ConfigureAwait(false);
    }

    /// <summary>
    /// Finishes what a process died in after it had archived the bytes: what stands in the archive becomes a bericht. False when nothing was
    /// archived: then it was never taken in. When the bytes can't be what they should be, that is logged, and they stay.
    /// </summary>
    /// <param name="werk">The work that was recorded before the bytes were archived.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OpslagException">The archive or a table failed: try again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed: try again.</exception>
    public async Task<bool> FinishAsync(Onderhanden werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        var archived = await ReadArchivedAsync(werk.BerichtId, cancellation).ConfigureAwait(false);
        if (archived is not var (resultaat, sha256, lengte)) return false;
        if (resultaat.Oordeel != Oordeel.GeenBericht && resultaat.Kop is { } kop && BerichtId.Van(kop, sha256) == werk.BerichtId)
            await RecordAsync(werk, resultaat, kop, sha256, lengte).ConfigureAwait(false);
        else
            LogOnleesbaar(werk.BerichtId);
        return true;
    }

    private async Task<(ControleResultaat Resultaat, byte[] Sha256, long Lengte)?> ReadArchivedAsync(
        string berichtId, CancellationToken cancellation)
    {
        try
        {
            var stroom = await archief.LeesAsync(Archiefplaats.VanBericht(berichtId), cancellation).ConfigureAwait(false);
            await using (stroom.ConfigureAwait(false))
            {
                var controle = new BerichtControle();
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var (stuk, lengte) = (new byte[ReadBytes], 0L);
                while (await stroom.ReadAsync(stuk, cancellation).ConfigureAwait(false) is var aantal and > 0)
                {
                    controle.Feed(stuk.AsSpan(0, aantal));
                    hash.AppendData(stuk, 0, aantal);
                    lengte += aantal;
                }

                return (controle.Complete(), hash.GetHashAndReset(), lengte);
            }
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.NotFound)
        {
            return null;
        }
    }

    private Task<bool> HasRoomAsync(Lezing lezing, CancellationToken cancellation) =>
        weigeringen.HasRoomAsync(lezing.Aanroeper.Code, Kalender.Dag(tijd.GetUtcNow()), lezing.Lengte, bounds, cancellation);

    private OntvangstUitkomst.TooManyRefused TooManyRefused(IReadOnlyList<Bevinding> bevindingen, int aantal)
    {
        var nu = tijd.GetUtcNow();
        return new OntvangstUitkomst.TooManyRefused(Kalender.Begin(Kalender.Dag(nu).AddDays(1)) - nu, bevindingen, aantal);
    }

    private async Task<OntvangstUitkomst> WeigerAsync(Lezing lezing, ControleResultaat resultaat, byte[] sha256, IArchiefUpload upload)
    {
        var (code, dag) = (lezing.Aanroeper.Code, Kalender.Dag(tijd.GetUtcNow()));
        if (!await weigeringen.TakeRoomAsync(code, dag, lezing.Lengte, bounds, CancellationToken.None).ConfigureAwait(false))
        {
            LogTooManyRefused(code, resultaat.AantalBevindingen);
            return TooManyRefused(resultaat.Bevindingen, resultaat.AantalBevindingen);
        }

        var hex = Convert.ToHexStringLower(sha256);
        var kenmerken = new ArchiefKenmerken(lezing.UploadId, hex, Oordeel.GeenBericht.Naam(), resultaat.Kop?.Gemeente);
        await upload.BewaarAsync(lezing.RefusalPlace, kenmerken, CancellationToken.None).ConfigureAwait(false);
        await weigeringen.VoegToeAsync(
            new Weigering
            {
                Kenmerk = lezing.UploadId,
                Deelnemer = lezing.Aanroeper.Code,
                Gemeente = resultaat.Kop?.Gemeente,
                Bevindingen = resultaat.Bevindingen,
                AantalBevindingen = resultaat.AantalBevindingen,
                Archief = lezing.RefusalPlace,
                Sha256 = hex,
                Lengte = lezing.Lengte,
                Ontvangen = tijd.GetUtcNow(),
            },
            CancellationToken.None).ConfigureAwait(false);
        LogGeweigerd(lezing.UploadId, lezing.Aanroeper.Code, resultaat.AantalBevindingen);
        return new OntvangstUitkomst.Geweigerd(lezing.UploadId, resultaat.Bevindingen, resultaat.AantalBevindingen);
    }

    private async Task<OntvangstUitkomst> NeemAanAsync(
        Lezing lezing, ControleResultaat resultaat, Berichtkop kop, byte[] sha256, IArchiefUpload upload)
    {
        var id = BerichtId.Van(kop, sha256);
        if (await berichten.ZoekAsync(id, CancellationToken.None).ConfigureAwait(false) is { } eerder)
            return await HerhaalAsync(eerder, kop).ConfigureAwait(false);

        // The work first: whatever is archived from here on becomes a bericht, also when this process dies. Renewed, so that who finds a row of
        // an earlier attempt, and nothing archived, does not take this one away.
        var werk = WerkQueue.Van(id, kop, tijd.GetUtcNow());
        await onderhanden.RenewAsync(werk, CancellationToken.None).ConfigureAwait(false);
        var kenmerken = new ArchiefKenmerken(id, Convert.ToHexStringLower(sha256), resultaat.Oordeel.Naam(), kop.Gemeente);
        // When something stands there already, it is the same bericht: the name follows from its bytes.
        await upload.BewaarAsync(Archiefplaats.VanBericht(id), kenmerken, CancellationToken.None).ConfigureAwait(false);
        return await RecordAsync(werk, resultaat, kop, sha256, lezing.Lengte).ConfigureAwait(false);
    }

    /// <summary>The last two steps: the row of the bericht, whose bytes are in the archive, and the queue.</summary>
    private async Task<OntvangstUitkomst> RecordAsync(
        Onderhanden werk, ControleResultaat resultaat, Berichtkop kop, byte[] sha256, long lengte)
    {
        var bericht = new BerichtStatus
        {
            BerichtId = werk.BerichtId,
            Kop = kop.With(sleutels.Identification),
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = Archiefplaats.VanBericht(werk.BerichtId),
            Sha256 = Convert.ToHexStringLower(sha256),
            Lengte = lengte,
            Ontvangstdatum = Kalender.Dag(werk.Sinds),
            Spoor = new Spoor { Ontvangen = werk.Sinds, Gecontroleerd = werk.Sinds, Gearchiveerd = tijd.GetUtcNow() },
        };
        if (!await berichten.VoegToeAsync(bericht, CancellationToken.None).ConfigureAwait(false))
        {
            var ander = await berichten.ZoekAsync(bericht.BerichtId, CancellationToken.None).ConfigureAwait(false)
                ?? throw new OpslagException(OpslagFout.Retry, "A bericht is there and is not there.");
            return await HerhaalAsync(ander, kop).ConfigureAwait(false);
        }

        await search.AddAsync(bericht, kop, CancellationToken.None).ConfigureAwait(false);
        await werkQueue.StuurAsync(werk, CancellationToken.None).ConfigureAwait(false);
        LogAangenomen(bericht.BerichtId, kop.Soort.Naam, bericht.Oordeel.Naam(), bericht.AantalBevindingen, bericht.Lengte);
        return new OntvangstUitkomst.Aangenomen(bericht, Eerder: false);
    }

    // The earlier attempt may have died before it queued the work; queueing twice has one effect.
    private async Task<OntvangstUitkomst> HerhaalAsync(BerichtStatus bericht, Berichtkop kop)
    {
        if (!bericht.IsVerwerkt)
        {
            await search.AddAsync(bericht, kop, CancellationToken.None).ConfigureAwait(false);
            var werk = WerkQueue.Van(bericht, tijd.GetUtcNow());
            await onderhanden.VoegToeAsync(werk, CancellationToken.None).ConfigureAwait(false);
            await werkQueue.StuurAsync(werk, CancellationToken.None).ConfigureAwait(false);
        }

        LogEerderAangenomen(bericht.BerichtId);
        return new OntvangstUitkomst.Aangenomen(bericht, Eerder: true);
    }

    [LoggerMessage(1001, LogLevel.Information, "Bericht {BerichtId} aangenomen: {Soort}, {Oordeel}, {Bevindingen} bevindingen, {Bytes} bytes.")]
    private partial void LogAangenomen(string berichtId, string soort, string oordeel, int bevindingen, long bytes);

    [LoggerMessage(1002, LogLevel.Information, "Bericht {BerichtId} was al aangenomen.")]
    private partial void LogEerderAangenomen(string berichtId);

    [LoggerMessage(1003, LogLevel.Information, "Geen bericht: {Kenmerk} van {Deelnemer}, {Bevindingen} bevindingen.")]
    private partial void LogGeweigerd(string kenmerk, string deelnemer, int bevindingen);

    [LoggerMessage(
        1005, LogLevel.Warning, "Geen bericht van {Deelnemer}, {Bevindingen} bevindingen; niet bewaard, want er is vandaag al te veel geweigerd.")]
    private partial void LogTooManyRefused(string deelnemer, int bevindingen);

    [LoggerMessage(
        1004, LogLevel.Error, "Bericht {BerichtId} staat in het archief en is niet te lezen als dat bericht; het is niet aangenomen. Bekijk het.")]
    private partial void LogOnleesbaar(string berichtId);
}
