using System.IO.Pipelines;
using System.Security.Cryptography;
using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
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
    TimeProvider tijd,
    ILogger<BerichtOntvangst> logger)
{
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
        await using var upload = archief.Begin(lezing.Plaats);

        while (true)
        {
            var gelezen = await bron.ReadAsync(cancellation).ConfigureAwait(false);
            try
            {
                foreach (var segment in gelezen.Buffer)
                {
                    if (lezing.Neem(segment.Span) is { } afgebroken) return afgebroken;
                    hash.AppendData(segment.Span);
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

    private async Task<OntvangstUitkomst> WeigerAsync(Lezing lezing, ControleResultaat resultaat, byte[] sha256, IArchiefUpload upload)
    {
        var hex = Convert.ToHexStringLower(sha256);
        var kenmerken = new ArchiefKenmerken(lezing.UploadId, hex, Oordeel.GeenBericht.Naam());
        var plaats = await upload.VastleggenAsync(kenmerken, CancellationToken.None).ConfigureAwait(false);
        await weigeringen.VoegToeAsync(
            new Weigering
            {
                Kenmerk = lezing.UploadId,
                Deelnemer = lezing.Aanroeper.Code,
                Bevindingen = resultaat.Bevindingen,
                AantalBevindingen = resultaat.AantalBevindingen,
                Archief = plaats,
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

        var ontvangen = tijd.GetUtcNow();
        var hex = Convert.ToHexStringLower(sha256);
        var kenmerken = new ArchiefKenmerken(id, hex, resultaat.Oordeel.Naam());
        var plaats = await upload.VastleggenAsync(kenmerken, CancellationToken.None).ConfigureAwait(false);
        var bericht = new BerichtStatus
        {
            BerichtId = id,
            Kop = kop,
            Oordeel = resultaat.Oordeel,
            Bevindingen = resultaat.Bevindingen,
            AantalBevindingen = resultaat.AantalBevindingen,
            Archief = plaats,
            Sha256 = hex,
            Lengte = lezing.Lengte,
            Ontvangstdatum = Kalender.Dag(ontvangen),
            Spoor = new Spoor { Ontvangen = ontvangen, Gecontroleerd = ontvangen, Gearchiveerd = tijd.GetUtcNow() },
        };
        var werk = WerkQueue.Van(bericht, ontvangen);
        await onderhanden.VoegToeAsync(werk, CancellationToken.None).ConfigureAwait(false);
        if (!await berichten.VoegToeAsync(bericht, CancellationToken.None).ConfigureAwait(false))
        {
            var ander = await berichten.ZoekAsync(id, CancellationToken.None).ConfigureAwait(false)
                ?? throw new OpslagException(OpslagFout.Retry, "A bericht is there and is not there.");
            // A retried insert meets its own row: then the archive reference is ours and must stay.
            if (ander.Archief != plaats) await archief.VerwijderAsync(plaats, CancellationToken.None).ConfigureAwait(false);
            return await HerhaalAsync(ander, kop).ConfigureAwait(false);
        }

        await search.AddAsync(bericht, kop, CancellationToken.None).ConfigureAwait(false);
        await werkQueue.StuurAsync(werk, CancellationToken.None).ConfigureAwait(false);
        LogAangenomen(id, kop.Soort.Naam, bericht.Oordeel.Naam(), bericht.AantalBevindingen, bericht.Lengte);
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
}
