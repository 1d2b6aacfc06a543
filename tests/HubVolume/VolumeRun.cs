using System.Collections.Concurrent;
using System.Diagnostics;
using Hub.Aflevering;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Local.Samples;
using Hub.Local.Starting;
using Hub.Queues;

namespace HubVolume;

/// <summary>How a run ended.</summary>
/// <param name="Measurements">At the start, at every step and at the end.</param>
/// <param name="Accepted">Berichten answered with 202.</param>
/// <param name="Delivered">Distinct berichten found in postbussen.</param>
/// <param name="Duplicate">Berichten found more than once.</param>
/// <param name="Restarts">How often the app was started again.</param>
internal sealed record RunOutcome(IReadOnlyList<VolumeMeasurement> Measurements, int Accepted, int Delivered, int Duplicate, int Restarts);

/// <summary>
/// Puts berichten through the whole hub: over HTTP, through the check, archive, queue and Verwerking, into the postbussen and out again.
/// </summary>
internal sealed class VolumeRun(LocalHub environment, OtlpReceiver otlp, Action<VolumeMeasurement> report) : IDisposable
{
    private const int Senders = 8;
    private const int AtMostUnderWay = 500;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, int> _delivered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HubClient> _clients = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _underWay = new(AtMostUnderWay);
    private readonly List<VolumeMeasurement> _measurements = [];
    private int _accepted;
    private int _duplicate;
    private long _previous = Stopwatch.GetTimestamp();

    /// <summary>
    /// Sends <paramref name="count"/> distinct berichten and returns when each is out of a postbus; measures each <paramref name="step"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">A bericht was refused, or nothing arrived for five minutes.</exception>
    public async Task<RunOutcome> LoopAsync(int count, int step, CancellationToken cancellation)
    {
        var source = new BerichtSource(environment.Deelnemers);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clear = Task.WhenAll(environment.Deelnemers.All.Select(deelnemer => EmptyAsync(deelnemer, end.Token)));
        var send = Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = end.Token },
            async (number, stop) =>
            {
                await _underWay.WaitAsync(stop);
                await SendAsync(source.Give(number), stop);
            }
        );
        try
        {
            await FollowAsync(count, step, send, cancellation);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(clear, send).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new RunOutcome(_measurements, _accepted, _delivered.Count, _duplicate, environment.Host.WorkerStarts - 1);
    }

    public void Dispose()
    {
        _underWay.Dispose();
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private async Task SendAsync(Sending sending, CancellationToken cancellation)
    {
        while (true)
        {
            var client = _clients.GetOrAdd(sending.Sender.Code, _ => environment.Client(sending.Sender));
            var answer = await client.SendAsync(sending.Content, gzip: false, cancellation);
            if (answer.Status == 202)
            {
                Interlocked.Increment(ref _accepted);
                return;
            }

            // A token lasts an hour, and busy is no refusal: a sender tries again.
            if (answer.Status == 401)
            {
                _clients.TryRemove(KeyValuePair.Create(sending.Sender.Code, client));
            }
            else if (answer.Status != 503)
            {
                throw new InvalidOperationException($"A bericht was answered with {answer.Status}.");
            }
        }
    }

    private Task EmptyAsync(Deelnemer deelnemer, CancellationToken cancellation) =>
        deelnemer.Channel == Channel.Http ? EmptyOverHttpAsync(deelnemer, cancellation) : EmptyQueueAsync(deelnemer, cancellation);

    private async Task EmptyQueueAsync(Deelnemer deelnemer, CancellationToken cancellation)
    {
        await using var ontvanger = environment.Queues.CreateReceiver(deelnemer.Postbus);
        while (!cancellation.IsCancellationRequested)
        {
            if (await ontvanger.ReceiveMessageAsync(Silence, cancellation) is not { } bericht)
            {
                continue;
            }
            await ontvanger.CompleteMessageAsync(bericht, cancellation);
            Note(Postbussen.From(bericht));
        }
    }

    private async Task EmptyOverHttpAsync(Deelnemer deelnemer, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var find in await Postbussen.EmptyAsync(environment, deelnemer, cancellation))
            {
                Note(find.Bericht);
            }
            await Task.Delay(Pause, cancellation);
        }
    }

    private void Note(QueueMessage bericht)
    {
        string Text(string name) => (string)bericht.Properties[name];
        if (!BerichtSource.IsOf(Text(PostbusMessage.Identificatie)) || Standard.Find(Text(PostbusMessage.Berichtsoort))?.Answer is null)
        {
            return;
        }
        if (_delivered.AddOrUpdate(bericht.MessageId, 1, (_, al) => al + 1) > 1)
        {
            Interlocked.Increment(ref _duplicate);
        }
        else
        {
            _underWay.Release();
        }
    }

    private async Task FollowAsync(int count, int step, Task send, CancellationToken cancellation)
    {
        Measure();
        var seen = 0;
        var last = Stopwatch.GetTimestamp();
        for (var next = step; _delivered.Count < count; )
        {
            if (send.IsFaulted)
            {
                await send;
            }
            if (_delivered.Count > seen)
            {
                (seen, last) = (_delivered.Count, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(last) > Silence)
            {
                throw new InvalidOperationException($"Nothing arrives any more after {seen} berichten.");
            }
            if (seen >= next && next < count)
            {
                Measure();
                next += step;
            }

            await Task.Delay(Look, cancellation);
        }

        Measure();
    }

    private void Measure()
    {
        var now = _delivered.Count;
        var since = Stopwatch.GetElapsedTime(_previous).TotalSeconds;
        var measurement = new VolumeMeasurement(
            now,
            (now - (_measurements.Count > 0 ? _measurements[^1].Delivered : 0)) / since,
            Resident(environment.Host.WorkerProcessId ?? 0),
            otlp.Measurements.GetValueOrDefault("dotnet.gc.last_collection.heap.size") / Megabyte,
            otlp.Measurements.GetValueOrDefault("dotnet.gc.last_collection.memory.committed_size") / Megabyte,
            Resident(Environment.ProcessId),
            Resident(environment.Azurite.ProcessId)
        );
        _previous = Stopwatch.GetTimestamp();
        _measurements.Add(measurement);
        report(measurement);
    }

    private static long Resident(int process)
    {
        if (process == 0)
        {
            return 0;
        }
        using var found = Process.GetProcessById(process);
        return (long)(found.WorkingSet64 / Megabyte);
    }
}
