using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Aflevering;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Termijnen;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Looks at the terms whose last day has passed: shows what is late, and reminds who must act, once.</summary>
public sealed partial class TeLaat(
    IKlokken klokken, IBerichten berichten, BerichtAflevering aflevering, Deelnemerslijst deelnemers, HubMeter meter, TimeProvider tijd, ILogger<TeLaat> logger)
{
    /// <summary>The most that one run looks at; the rest comes with the next.</summary>
    public const int MaxPerKeer = 500;

    // So many one after the other is no matter of a row: something is down.
    private const int MaxFailuresInARow = 3;

    /// <summary>
    /// Goes through the agenda up to today; gives how many terms turned out to be late. One that can't be handled is logged and stays for the next run; the rest
    /// is handled.
    /// </summary>
    /// <exception cref="OpslagException">The tables fail, not one row of them.</exception>
    /// <exception cref="Queues.QueueException">The queues fail.</exception>
    public async Task<int> MeldAsync(CancellationToken cancellation)
    {
        var vandaag = Kalender.Dag(tijd.GetUtcNow());
        var (gezien, telaat, failures) = (0, 0, 0);
        await foreach (var punt in klokken.AgendaVoorAsync(vandaag, cancellation).ConfigureAwait(false))
        {
            try
            {
                if (await BekijkAsync(punt, cancellation).ConfigureAwait(false)) telaat++;
                failures = 0;
                if (++gezien == MaxPerKeer) break;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                meter.Failed(nameof(TeLaat), null, fault);
                LogFailed(punt.Paar, punt.Uiterlijk, Fouttekst.Van(fault));
                if (fault is OpslagException or QueueException && ++failures == MaxFailuresInARow) throw;
            }
        }

        return telaat;
    }

    /// <summary>Everything that must happen before the clock goes off the agenda happens before that, so that dying in between loses nothing.</summary>
    private async Task<bool> BekijkAsync(Agendapunt punt, CancellationToken cancellation)
    {
        // A stop is due only on what had started; a start puts the clock on the agenda again.
        var isStop = Kloksleutel.IsStop(punt.Sleutel);
        string[] sleutels = isStop ? [punt.Sleutel, Kloksleutel.StartBij(punt.Sleutel)] : [punt.Sleutel];
        var gevonden = await klokken.ZoekAsync(punt.Paar, sleutels, cancellation).ConfigureAwait(false);
        var telaat = gevonden.GetValueOrDefault(punt.Sleutel) is { Loopt: true, Zetting: { } zetting } && zetting.Uiterlijk == punt.Uiterlijk
            && (!isStop || gevonden.GetValueOrDefault(sleutels[1]) is { Gestopt: not null, IsVervallen: false });
        if (telaat) await MeldAsync(gevonden[punt.Sleutel], cancellation).ConfigureAwait(false);
        await klokken.StreepDoorAsync(punt, cancellation).ConfigureAwait(false);
        return telaat;
    }

    private async Task MeldAsync(Klok klok, CancellationToken cancellation)
    {
        await klokken.MeldTeLaatAsync(klok, cancellation).ConfigureAwait(false);
        if (klok.Gemeld is not null) return;
        if (klok.Zetting!.Soort.IsZeker()) await HerinnerAsync(klok, klok.Zetting, cancellation).ConfigureAwait(false);
        try
        {
            await klokken.SchrijfAsync([klok with { Gemeld = tijd.GetUtcNow() }], cancellation).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            // What should have come came just now.
            var nu = await klokken.ZoekAsync(klok.Paar, [klok.Sleutel], cancellation).ConfigureAwait(false);
            if (!nu[klok.Sleutel].Loopt) await klokken.NietMeerTeLaatAsync([klok], cancellation).ConfigureAwait(false);
            return;
        }

        meter.TeLaat.Add(1, new KeyValuePair<string, object?>("termijn", klok.Zetting.Soort.Naam()));
        LogTeLaat(klok.Zetting.BerichtId, klok.Zetting.Soort.Naam(), klok.Zetting.AanZet);
    }

    private async Task HerinnerAsync(Klok klok, Klokzetting zetting, CancellationToken cancellation)
    {
        if (deelnemers.MetCode(zetting.AanZet) is not { } deelnemer) return;
        if (await berichten.ZoekAsync(zetting.BerichtId, cancellation).ConfigureAwait(false) is not { } bericht) return;
        var herinnering = new Herinnering(zetting.Soort.Naam(), zetting.BerichtId, zetting.Pad, zetting.Uiterlijk, Termijntekst.Van(zetting, "U"));
        var stuk = Poststuk.HerinneringOp(bericht, Kenmerk(klok.Sleutel, zetting.Uiterlijk), herinnering);
        await aflevering.MeldAsync(bericht, stuk, deelnemer, cancellation).ConfigureAwait(false);
    }

    // The same term gives the same id, so that sending it again has no effect.
    private static string Kenmerk(string sleutel, DateOnly uiterlijk) => string.Create(
        CultureInfo.InvariantCulture, $"{uiterlijk:yyyyMMdd}{Poststuk.Scheiding}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sleutel)))[..8]}");

    [LoggerMessage(3011, LogLevel.Error, "Een termijn van {Paar} die op {Dag} afliep is niet te behandelen; de andere wel: {Fout}")]
    private partial void LogFailed(Paar paar, DateOnly dag, string fout);

    [LoggerMessage(3004, LogLevel.Information, "Te laat op bericht {BerichtId}: {Termijn}; {AanZet} is aan zet.")]
    private partial void LogTeLaat(string berichtId, string termijn, string aanZet);
}
