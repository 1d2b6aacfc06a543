using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Hub.Aflevering;
using Hub.Local.Opstarten;
using Hub.Verwerking;

namespace RegionYear;

/// <summary>What came of a run.</summary>
/// <param name="Berichten">Berichten sent by deelnemers.</param>
/// <param name="Duur">From the first to the last that was processed.</param>
/// <param name="Postbussen">Per postbus what came in it, in order: the pair, the MessageId and the hash of the body.</param>
/// <param name="Codes">How often each kind of answer came: berichtsoort and codes.</param>
/// <param name="Dubbel">Messages that came in a postbus more than once.</param>
internal sealed record Uitslag(
    int Berichten, TimeSpan Duur, IReadOnlyDictionary<string, IReadOnlyList<string>> Postbussen, IReadOnlyDictionary<string, int> Codes, int Dubbel);

/// <summary>Sends a year through a hub, pairs beside each other and each pair in order, and empties all postbussen.</summary>
/// <param name="omgeving">The hub.</param>
/// <param name="meld">Hears how far it is.</param>
/// <param name="naVerzending">Does something after a bericht was taken in; null for nothing.</param>
internal sealed class Doorloop(HubOmgeving omgeving, Action<string> meld, Func<Zending, string, Task>? naVerzending = null)
{
    private const int Tegelijk = 8;
    private const int HoogstensOnderweg = 400;

    private static readonly TimeSpan Kijk = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Stap = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Hubklant> _klanten = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<string>> _postbussen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private int _verstuurd;
    private int _dubbel;

    /// <param name="jaar">What is sent.</param>
    /// <param name="naVerzenden">Done when all has been sent, before waiting for the last of the work.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Uitslag> LoopAsync(Jaar jaar, Func<Task> naVerzenden, CancellationToken cancellation)
    {
        var klok = Stopwatch.StartNew();
        using var einde = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var legen = Task.WhenAll(omgeving.Deelnemers.Alle.Select(deelnemer => LeegAsync(deelnemer.Code, deelnemer.Postbus, einde.Token)));
        var melden = MeldAsync(klok, einde.Token);
        var opties = new ParallelOptions { MaxDegreeOfParallelism = Tegelijk, CancellationToken = cancellation };
        await Parallel.ForEachAsync(jaar.Paren, opties, async (paar, stop) =>
        {
            foreach (var zending in jaar.Berichten(paar)) await StuurAsync(zending, stop);
        });
        await naVerzenden();
        await WachtAsync(0, cancellation);
        // What died between the archive and the queue comes back by the Bewaking.
        while (await LigtErNogAsync(cancellation)) await WachtAsync(0, cancellation);
        var duur = klok.Elapsed;
        // A message that is taken in is answered within the work on it, so that nothing comes any more.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        await einde.CancelAsync();
        await Task.WhenAll(legen, melden).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var klant in _klanten.Values) klant.Dispose();
        var postbussen = _postbussen.ToDictionary(postbus => postbus.Key, IReadOnlyList<string> (postbus) => postbus.Value);
        return new Uitslag(_verstuurd, duur, postbussen, _codes, _dubbel);
    }

    private async Task StuurAsync(Zending zending, CancellationToken cancellation)
    {
        if (_verstuurd % 50 == 0) await WachtAsync(HoogstensOnderweg, cancellation);
        while (true)
        {
            var klant = _klanten.GetOrAdd(zending.Verzender, code => omgeving.Klant(omgeving.Deelnemers.MetCode(code)!));
            try
            {
                var antwoord = await klant.StuurAsync(zending.Inhoud, gzip: false, cancellation);
                if (antwoord.Status == 202)
                {
                    if (naVerzending is not null) await naVerzending(zending, antwoord.BerichtId!);
                    break;
                }

                // A token lasts an hour; what is busy, or broken for a while, is tried again, as the standard asks of a sender.
                if (antwoord.Status == 401) _klanten.TryRemove(KeyValuePair.Create(zending.Verzender, klant));
                else if (antwoord.Status < 500 && antwoord.Status != 429) throw new InvalidOperationException($"A bericht was answered with {antwoord.Status}: {antwoord.Tekst}");
            }
            catch (HttpRequestException)
            {
                // The app is on its way up again.
            }

            await Task.Delay(Kijk, cancellation);
        }

        Interlocked.Increment(ref _verstuurd);
    }

    /// <summary>Waits until at most so many pieces of work wait.</summary>
    private async Task WachtAsync(int hoogstens, CancellationToken cancellation)
    {
        while ((await omgeving.ServiceBus.CountAsync(WerkQueue.Naam)).Live > hoogstens) await Task.Delay(Kijk, cancellation);
    }

    /// <summary>Whether work is left in table onderhanden; then the Bewaking is asked to look.</summary>
    private async Task<bool> LigtErNogAsync(CancellationToken cancellation)
    {
        var onderhanden = new TableClient(omgeving.Opslagverbinding, "onderhanden");
        await foreach (var _ in onderhanden.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation))
        {
            await omgeving.Host.InvokeTimerAsync("Bewaking", cancellation);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            return true;
        }

        return false;
    }

    private async Task LeegAsync(string code, string queue, CancellationToken cancellation)
    {
        var inhoud = _postbussen.GetOrAdd(code, _ => []);
        var gezien = new HashSet<string>(StringComparer.Ordinal);
        await using var ontvanger = omgeving.Queues.CreateReceiver(queue);
        while (!cancellation.IsCancellationRequested)
        {
            if (await ontvanger.ReceiveMessageAsync(Stap, cancellation) is not { } bericht) continue;
            var body = bericht.Body.ToArray();
            if (gezien.Add(bericht.MessageId)) inhoud.Add($"{Paar(bericht.ApplicationProperties)} {bericht.MessageId} {Convert.ToHexString(SHA256.HashData(body))[..16]}");
            else Interlocked.Increment(ref _dubbel);
            await ontvanger.CompleteMessageAsync(bericht, cancellation);
            var soort = (string)bericht.ApplicationProperties[Postbusbericht.Berichtsoort];
            if (Standaard.Zoek(soort)!.Antwoord is null) _codes.AddOrUpdate(Antwoordcodes.Kort(soort, body), 1, (_, al) => al + 1);
        }
    }

    private static string Paar(IReadOnlyDictionary<string, object> eigenschappen)
    {
        string[] partijen = [(string)eigenschappen[Postbusbericht.Afzender], (string)eigenschappen[Postbusbericht.Ontvanger]];
        return string.Join('-', partijen.OrderBy(code => code.Length));
    }

    private async Task MeldAsync(Stopwatch klok, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Stap, cancellation);
            meld(string.Create(CultureInfo.InvariantCulture, $"{klok.Elapsed:hh\\:mm\\:ss} {_verstuurd:N0} taken in, {_verstuurd / klok.Elapsed.TotalSeconds:0} per second"));
        }
    }
}
