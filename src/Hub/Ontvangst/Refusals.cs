using Hub.Archief;
using Hub.Berichten;
using Microsoft.Extensions.Logging;

namespace Hub.Ontvangst;

/// <summary>What happens with bytes that are no bericht: kept and told of, within the bounds of a day.</summary>
public sealed partial class Refusals(IWeigeringen weigeringen, RefusalBounds bounds, TimeProvider tijd, ILogger<Refusals> logger)
{
    /// <summary>Whether anything of a sender is still kept today.</summary>
    internal Task<bool> HasRoomAsync(Lezing lezing, CancellationToken cancellation) =>
        weigeringen.HasRoomAsync(lezing.Aanroeper.Code, Kalender.Dag(tijd.GetUtcNow()), lezing.Lengte, bounds, cancellation);

    /// <summary>That nothing of a sender is kept any more today.</summary>
    internal OntvangstUitkomst.TooManyRefused TooMany(IReadOnlyList<Bevinding> bevindingen, int aantal)
    {
        var nu = tijd.GetUtcNow();
        return new OntvangstUitkomst.TooManyRefused(Kalender.Begin(Kalender.Dag(nu).AddDays(1)) - nu, bevindingen, aantal);
    }

    /// <summary>Keeps bytes that are no bericht, with what was found, as long as there is room for more of the sender.</summary>
    /// <exception cref="OpslagException">The archive or a table failed; the same can be sent again.</exception>
    internal async Task<OntvangstUitkomst> RefuseAsync(Lezing lezing, ControleResultaat resultaat, byte[] sha256, IArchiefUpload upload)
    {
        var (code, dag) = (lezing.Aanroeper.Code, Kalender.Dag(tijd.GetUtcNow()));
        if (!await weigeringen.TakeRoomAsync(code, dag, lezing.Lengte, bounds, CancellationToken.None).ConfigureAwait(false))
        {
            LogTooManyRefused(code, resultaat.AantalBevindingen);
            return TooMany(resultaat.Bevindingen, resultaat.AantalBevindingen);
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

    [LoggerMessage(1003, LogLevel.Information, "Geen bericht: {Kenmerk} van {Deelnemer}, {Bevindingen} bevindingen.")]
    private partial void LogGeweigerd(string kenmerk, string deelnemer, int bevindingen);

    [LoggerMessage(
        1005, LogLevel.Warning, "Geen bericht van {Deelnemer}, {Bevindingen} bevindingen; niet bewaard, want er is vandaag al te veel geweigerd.")]
    private partial void LogTooManyRefused(string deelnemer, int bevindingen);
}
