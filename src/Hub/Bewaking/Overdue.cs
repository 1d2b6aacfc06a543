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
public sealed partial class Overdue(
    ITermijnen termijnen,
    IBerichten berichten,
    BerichtAflevering aflevering,
    DeelnemerList deelnemers,
    HubMeter meter,
    TimeProvider time,
    ILogger<Overdue> logger
)
{
    /// <summary>The most that one run looks at; the rest comes with the next.</summary>
    public const int MaxPerTurn = 500;

    // So many one after the other is no matter of a row: something is down.
    private const int MaxFailuresInARow = 3;

    /// <summary>
    /// Goes through the agenda up to today; gives how many terms turned out to be late. One that can't be handled is logged and stays for
    /// the next run; the rest is handled.
    /// </summary>
    /// <exception cref="StorageException">The tables fail, not one row of them.</exception>
    /// <exception cref="Queues.QueueException">The queues fail.</exception>
    public async Task<int> ReportAsync(CancellationToken cancellation)
    {
        var today = Calendar.Day(time.GetUtcNow());
        var (seen, overdue, failures) = (0, 0, 0);
        await foreach (var point in termijnen.AgendaBeforeAsync(today, cancellation).ConfigureAwait(false))
        {
            try
            {
                if (await InspectAsync(point, cancellation).ConfigureAwait(false))
                {
                    overdue++;
                }
                failures = 0;
                if (++seen == MaxPerTurn)
                {
                    break;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                meter.Failed("TeLaat", null, fault);
                LogFailed(point.Pair, point.Deadline, FaultText.Of(fault));
                if (fault is StorageException or QueueException && ++failures == MaxFailuresInARow)
                {
                    throw;
                }
            }
        }

        return overdue;
    }

    /// <summary>
    /// Everything that must happen before the clock goes off the agenda happens before that, so that dying in between loses nothing.
    /// </summary>
    private async Task<bool> InspectAsync(AgendaItem point, CancellationToken cancellation)
    {
        // A stop is due only on what had started; a start puts the clock on the agenda again.
        var isStop = TermijnKey.IsStop(point.Key);
        string[] keys = isStop ? [point.Key, TermijnKey.StartAt(point.Key)] : [point.Key];
        var found = await termijnen.FindAsync(point.Pair, keys, cancellation).ConfigureAwait(false);
        var overdue =
            found.GetValueOrDefault(point.Key) is { Runs: true, Setting: { } setting }
            && setting.Deadline == point.Deadline
            && (!isStop || found.GetValueOrDefault(keys[1]) is { Stopped: not null, IsLapsed: false });
        if (overdue)
        {
            await ReportAsync(found[point.Key], cancellation).ConfigureAwait(false);
        }
        await termijnen.StrikeOutAsync(point, cancellation).ConfigureAwait(false);
        return overdue;
    }

    private async Task ReportAsync(Termijn termijn, CancellationToken cancellation)
    {
        await termijnen.ReportOverdueAsync(termijn, cancellation).ConfigureAwait(false);
        if (termijn.Reported is not null)
        {
            return;
        }
        if (termijn.Setting!.Kind.IsCertain())
        {
            await RemindAsync(termijn, termijn.Setting, cancellation).ConfigureAwait(false);
        }
        try
        {
            await termijnen.WriteAsync([termijn with { Reported = time.GetUtcNow() }], cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            // What should have come came just now.
            var now = await termijnen.FindAsync(termijn.Pair, [termijn.Key], cancellation).ConfigureAwait(false);
            if (!now[termijn.Key].Runs)
            {
                await termijnen.NoLongerOverdueAsync([termijn], cancellation).ConfigureAwait(false);
            }
            return;
        }

        meter.Overdue.Add(1, new KeyValuePair<string, object?>("termijn", termijn.Setting.Kind.Name()));
        LogOverdue(termijn.Setting.BerichtId, termijn.Setting.Kind.Name(), termijn.Setting.OnTurn);
    }

    private async Task RemindAsync(Termijn termijn, TermijnSetting setting, CancellationToken cancellation)
    {
        if (deelnemers.WithCode(setting.OnTurn) is not { } deelnemer)
        {
            return;
        }
        if (await berichten.FindAsync(setting.BerichtId, cancellation).ConfigureAwait(false) is not { } bericht)
        {
            return;
        }
        var reminder = new Reminder(setting.Kind.Name(), setting.BerichtId, setting.Path, setting.Deadline, TermijnText.Of(setting, "U"));
        var piece = Poststuk.ReminderOn(bericht, Reference(termijn.Key, setting.Deadline), reminder);
        await aflevering.ReportAsync(bericht, piece, deelnemer, cancellation).ConfigureAwait(false);
    }

    // The same term gives the same id, so that sending it again has no effect.
    private static string Reference(string key, DateOnly deadline) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{deadline:yyyyMMdd}{Poststuk.Separator}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8]}"
        );

    [LoggerMessage(3011, LogLevel.Error, "Een termijn van {Paar} die op {Dag} afliep is niet te behandelen; de andere wel: {Fout}")]
    private partial void LogFailed(Pair paar, DateOnly dag, string fout);

    [LoggerMessage(3004, LogLevel.Information, "Te laat op bericht {BerichtId}: {Termijn}; {AanZet} is aan zet.")]
    private partial void LogOverdue(string berichtId, string termijn, string aanZet);
}
