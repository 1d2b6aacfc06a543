using System.Security.Cryptography;
using Hub.Archief;
using Hub.Berichten;
using Hub.Search;
using Hub.Verwerking;
using Ijw;
using Microsoft.Extensions.Logging;

namespace Hub.Ontvangst;

/// <summary>
/// Makes a promise of a bericht that was checked: the outbox row, the archive, the row, the index and the queue, in that order
/// (docs/overview.md).
/// </summary>
public sealed partial class Acceptance(
    IArchief archief,
    IBerichten berichten,
    IOnderhanden onderhanden,
    ISearchIndex search,
    WerkQueue werkQueue,
    Clientsleutels sleutels,
    TimeProvider tijd,
    ILogger<Acceptance> logger)
{
    private const int ReadBytes = 64 * 1024;

    /// <summary>Archives, records and queues a bericht; done twice, it has one effect and gives one answer.</summary>
    /// <param name="bericht">The bericht.</param>
    /// <param name="received">When its last byte came in (UTC).</param>
    /// <param name="upload">Its bytes.</param>
    /// <exception cref="OpslagException">The archive or a table failed; the same bericht can be sent again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed; the same bericht can be sent again.</exception>
    public async Task<OntvangstUitkomst> AcceptAsync(CheckedBericht bericht, DateTimeOffset received, IArchiefUpload upload)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(upload);
        var (kop, id) = (bericht.Kop, BerichtId.Van(bericht.Kop, bericht.Sha256));
        // The work first: whatever is archived from here on becomes a bericht, also when this process dies. Renewed, so that who finds a
        // row of an earlier attempt, and nothing archived, does not take this one away.
        var werk = WerkQueue.Van(id, kop, received);
        await onderhanden.RenewAsync(werk, CancellationToken.None).ConfigureAwait(false);
        var kenmerken = new ArchiefKenmerken(id, Convert.ToHexStringLower(bericht.Sha256), bericht.Resultaat.Oordeel.Naam(), kop.Gemeente);
        // When something stands there already, it is the same bericht: the name follows from its bytes. Mostly it was taken in before.
        var isNew = await upload.BewaarAsync(Archiefplaats.VanBericht(id), kenmerken, CancellationToken.None).ConfigureAwait(false);
        if (!isNew && await berichten.ZoekAsync(id, CancellationToken.None).ConfigureAwait(false) is { } eerder) return await HerhaalAsync(eerder, kop).ConfigureAwait(false);
        return await RecordAsync(werk, bericht).ConfigureAwait(false);
    }

    /// <summary>The last two steps: the row of the bericht, whose bytes are in the archive, and the queue.</summary>
    private async Task<OntvangstUitkomst> RecordAsync(Onderhanden werk, CheckedBericht found)
    {
        var (resultaat, kop) = (found.Resultaat, found.Kop);
        var bericht = new BerichtStatus
        {
            BerichtId = werk.BerichtId,
            Kop = kop.With(sleutels.Identification),
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = Archiefplaats.VanBericht(werk.BerichtId),
            Sha256 = Convert.ToHexStringLower(found.Sha256),
            Lengte = found.Lengte,
            Ontvangstdatum = Kalender.Dag(werk.Sinds),
            Spoor = new Spoor { Ontvangen = werk.Sinds, Gecontroleerd = found.At, Gearchiveerd = tijd.GetUtcNow() },
        };
        if (await berichten.VoegToeAsync(bericht, CancellationToken.None).ConfigureAwait(false) is not { } versie)
        {
            var ander = await berichten.ZoekAsync(bericht.BerichtId, CancellationToken.None).ConfigureAwait(false)
                ?? throw new OpslagException(OpslagFout.Retry, "A bericht is there and is not there.");
            return await HerhaalAsync(ander, kop).ConfigureAwait(false);
        }

        await search.AddForSenderAsync(bericht, kop, CancellationToken.None).ConfigureAwait(false);
        await werkQueue.StuurAsync(werk, CancellationToken.None).ConfigureAwait(false);
        LogAangenomen(bericht.BerichtId, kop.Soort.Naam, bericht.Oordeel.Naam(), bericht.AantalBevindingen, bericht.Lengte);
        return new OntvangstUitkomst.Aangenomen(bericht with { Versie = versie }, Eerder: false);
    }

    // The earlier attempt may have died before it queued the work; queueing twice has one effect.
    private async Task<OntvangstUitkomst> HerhaalAsync(BerichtStatus bericht, Berichtkop kop)
    {
        if (bericht.IsVerwerkt)
        {
            await onderhanden.VerwijderAsync(bericht.BerichtId, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await search.AddForSenderAsync(bericht, kop, CancellationToken.None).ConfigureAwait(false);
            // It waits since it came in, however often it is sent.
            var werk = WerkQueue.Van(bericht, bericht.Spoor.Ontvangen);
            await onderhanden.RenewAsync(werk, CancellationToken.None).ConfigureAwait(false);
            await werkQueue.StuurAsync(werk, CancellationToken.None).ConfigureAwait(false);
        }

        LogEerderAangenomen(bericht.BerichtId);
        return new OntvangstUitkomst.Aangenomen(bericht, Eerder: true);
    }

    /// <summary>
    /// Finishes what a process died in after it had archived the bytes: what stands in the archive becomes a bericht. False when nothing
    /// was archived: then it was never taken in. When the bytes can't be what they should be, that is logged, and they stay.
    /// </summary>
    /// <param name="werk">The work that was recorded before the bytes were archived.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OpslagException">The archive or a table failed: try again.</exception>
    /// <exception cref="Queues.QueueException">The queue failed: try again.</exception>
    public async Task<bool> FinishAsync(Onderhanden werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        if (await ReadArchivedAsync(werk.BerichtId, cancellation).ConfigureAwait(false) is not var (resultaat, sha256, lengte)) return false;
        if (resultaat.Oordeel != Oordeel.GeenBericht && resultaat.Kop is { } kop && BerichtId.Van(kop, sha256) == werk.BerichtId)
            await RecordAsync(werk, new CheckedBericht(resultaat, kop, sha256, lengte, tijd.GetUtcNow())).ConfigureAwait(false);
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

    [LoggerMessage(1001, LogLevel.Information, "Bericht {BerichtId} aangenomen: {Soort}, {Oordeel}, {Bevindingen} bevindingen, {Bytes} bytes.")]
    private partial void LogAangenomen(string berichtId, string soort, string oordeel, int bevindingen, long bytes);

    [LoggerMessage(1002, LogLevel.Information, "Bericht {BerichtId} was al aangenomen.")]
    private partial void LogEerderAangenomen(string berichtId);

    [LoggerMessage(
        1004, LogLevel.Error, "Bericht {BerichtId} staat in het archief en is niet te lezen als dat bericht; het is niet aangenomen. Bekijk het.")]
    private partial void LogOnleesbaar(string berichtId);
}
