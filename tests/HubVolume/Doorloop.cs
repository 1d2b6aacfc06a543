using System.Collections.Concurrent;
using System.Diagnostics;
using Hub.Aflevering;
using Hub.Deelnemers;
using Hub.Functions.Tests.Gedeeld;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;
using Hub.Queues;

namespace HubVolume;

/// <summary>What was measured when so many berichten had been delivered; sizes in MB, the rate in berichten per second since the measurement before.</summary>
/// <param name="Afgeleverd">Berichten taken out of the postbussen.</param>
/// <param name="PerSeconde">How many of them per second, since the measurement before.</param>
/// <param name="App">Resident memory of the app.</param>
/// <param name="AppHeap">The managed heap of the app after its last collection, as it exports it.</param>
/// <param name="AppToegewezen">What the app has reserved for its managed heap, as it exports it.</param>
/// <param name="Host">Resident memory of this process: Functions host, emulator, senders and receivers.</param>
/// <param name="Azurite">Resident memory of Azurite, which keeps the rows of every bericht.</param>
internal sealed record Meting(int Afgeleverd, double PerSeconde, long App, double AppHeap, double AppToegewezen, long Host, long Azurite)
{
    public const string Kop = "| delivered | per second | app RSS | app heap | app committed | host and emulator RSS | Azurite RSS |";

    public override string ToString() =>
        FormattableString.Invariant($"| {Afgeleverd:N0} | {PerSeconde:0} | {App} | {AppHeap:0.0} | {AppToegewezen:0.0} | {Host} | {Azurite} |");
}

/// <summary>How a run ended.</summary>
/// <param name="Metingen">At the start, at every step and at the end.</param>
/// <param name="Aangenomen">Berichten answered with 202.</param>
/// <param name="Afgeleverd">Distinct berichten found in postbussen.</param>
/// <param name="Dubbel">Berichten found more than once.</param>
/// <param name="Herstarts">How often the app was started again.</param>
internal sealed record Doorlooputslag(IReadOnlyList<Meting> Metingen, int Aangenomen, int Afgeleverd, int Dubbel, int Herstarts);

/// <summary>Puts berichten through the whole hub: over HTTP, through the check, archive, queue and Verwerking, into the postbussen and out again.</summary>
internal sealed class Doorloop(HubOmgeving omgeving, OtlpOntvanger otlp, Action<Meting> meld) : IDisposable
{
    private const int Verzenders = 8;
    private const int HoogstensOnderweg = 500;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Kijk = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pauze = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Stilte = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, int> _afgeleverd = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Hubklant> _klanten = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _onderweg = new(HoogstensOnderweg);
    private readonly List<Meting> _metingen = [];
    private int _aangenomen;
    private int _dubbel;
    private long _vorige = Stopwatch.GetTimestamp();

    /// <summary>Sends <paramref name="aantal"/> distinct berichten and returns when each is out of a postbus; measures each <paramref name="stap"/>.</summary>
    /// <exception cref="InvalidOperationException">A bericht was refused, or nothing arrived for five minutes.</exception>
    public async Task<Doorlooputslag> LoopAsync(int aantal, int stap, CancellationToken cancellation)
    {
        var bron = new Berichtenbron(omgeving.Deelnemers);
        using var einde = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var legen = Task.WhenAll(omgeving.Deelnemers.Alle.Select(deelnemer => LeegAsync(deelnemer, einde.Token)));
        var sturen = Parallel.ForAsync(0, aantal, new ParallelOptions { MaxDegreeOfParallelism = Verzenders, CancellationToken = einde.Token }, async (nummer, stop) =>
        {
            await _onderweg.WaitAsync(stop);
            await StuurAsync(bron.Geef(nummer), stop);
        });
        try
        {
            await VolgAsync(aantal, stap, sturen, cancellation);
        }
        finally
        {
            await einde.CancelAsync();
            await Task.WhenAll(legen, sturen).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new Doorlooputslag(_metingen, _aangenomen, _afgeleverd.Count, _dubbel, omgeving.Host.WorkerStarts - 1);
    }

    public void Dispose()
    {
        _onderweg.Dispose();
        foreach (var klant in _klanten.Values) klant.Dispose();
    }

    private async Task StuurAsync(Zending zending, CancellationToken cancellation)
    {
        while (true)
        {
            var klant = _klanten.GetOrAdd(zending.Verzender.Code, _ => omgeving.Klant(zending.Verzender));
            var antwoord = await klant.StuurAsync(zending.Inhoud, gzip: false, cancellation);
            if (antwoord.Status == 202)
            {
                Interlocked.Increment(ref _aangenomen);
                return;
            }

            // A token lasts an hour, and busy is no refusal: a sender tries again.
            if (antwoord.Status == 401) _klanten.TryRemove(KeyValuePair.Create(zending.Verzender.Code, klant));
            else if (antwoord.Status != 503) throw new InvalidOperationException($"A bericht was answered with {antwoord.Status}.");
        }
    }

    private Task LeegAsync(Deelnemer deelnemer, CancellationToken cancellation) =>
        deelnemer.Kanaal == Kanaal.Http ? LeegOverHttpAsync(deelnemer, cancellation) : LeegQueueAsync(deelnemer, cancellation);

    private async Task LeegQueueAsync(Deelnemer deelnemer, CancellationToken cancellation)
    {
        await using var ontvanger = omgeving.Queues.CreateReceiver(deelnemer.Postbus);
        while (!cancellation.IsCancellationRequested)
        {
            if (await ontvanger.ReceiveMessageAsync(Stilte, cancellation) is not { } bericht) continue;
            await ontvanger.CompleteMessageAsync(bericht, cancellation);
            Noteer(Postbussen.From(bericht));
        }
    }

    private async Task LeegOverHttpAsync(Deelnemer deelnemer, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var vondst in await Postbussen.LeegAsync(omgeving, deelnemer, cancellation)) Noteer(vondst.Bericht);
            await Task.Delay(Pauze, cancellation);
        }
    }

    private void Noteer(QueueMessage bericht)
    {
        string Tekst(string naam) => (string)bericht.Properties[naam];
        if (!Berichtenbron.IsVan(Tekst(Postbusbericht.Identificatie)) || Standaard.Zoek(Tekst(Postbusbericht.Berichtsoort))?.Antwoord is null) return;
        if (_afgeleverd.AddOrUpdate(bericht.MessageId, 1, (_, al) => al + 1) > 1) Interlocked.Increment(ref _dubbel);
        else _onderweg.Release();
    }

    private async Task VolgAsync(int aantal, int stap, Task sturen, CancellationToken cancellation)
    {
        Meet();
        var gezien = 0;
        var laatste = Stopwatch.GetTimestamp();
        for (var volgende = stap; _afgeleverd.Count < aantal;)
        {
            if (sturen.IsFaulted) await sturen;
            if (_afgeleverd.Count > gezien) (gezien, laatste) = (_afgeleverd.Count, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(laatste) > Stilte) throw new InvalidOperationException($"Nothing arrives any more after {gezien} berichten.");
            if (gezien >= volgende && volgende < aantal)
            {
                Meet();
                volgende += stap;
            }

            await Task.Delay(Kijk, cancellation);
        }

        Meet();
    }

    private void Meet()
    {
        var nu = _afgeleverd.Count;
        var sinds = Stopwatch.GetElapsedTime(_vorige).TotalSeconds;
        var meting = new Meting(
            nu,
            (nu - (_metingen.Count > 0 ? _metingen[^1].Afgeleverd : 0)) / sinds,
            Resident(omgeving.Host.WorkerProcessId ?? 0),
            otlp.Metingen.GetValueOrDefault("dotnet.gc.last_collection.heap.size") / Megabyte,
            otlp.Metingen.GetValueOrDefault("dotnet.gc.last_collection.memory.committed_size") / Megabyte,
            Resident(Environment.ProcessId),
            Resident(omgeving.Azurite.ProcesId));
        _vorige = Stopwatch.GetTimestamp();
        _metingen.Add(meting);
        meld(meting);
    }

    private static long Resident(int proces)
    {
        if (proces == 0) return 0;
        using var gevonden = Process.GetProcessById(proces);
        return (long)(gevonden.WorkingSet64 / Megabyte);
    }
}
