using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Messaging.ServiceBus;

namespace ServiceBusChaos;

/// <summary>Many sessions, and many messages, while memory is watched.</summary>
internal static class Volume
{
    private const int Workers = 16;
    private const int MostUnderWay = 2000;

    /// <summary>Sends so many messages to each of so many sessions, then takes them session by session.</summary>
    public static async Task<SessionsOutcome> SessionsAsync(int sessions, int perSession)
    {
        using var place = new Workplace("\"requiresSession\":true");
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString);
        var sender = client.CreateSender(Clients.Queue);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            sessions,
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (session, stop) =>
            {
                for (var i = 0; i < perSession; i++)
                {
                    await sender.SendMessageAsync(Clients.Message(i, 100, $"s{session}"), stop);
                }
            }
        );
        var sent = Stopwatch.GetElapsedTime(started);
        var (taken, disorder) = await DrainAsync(client, sessions * perSession);
        return new SessionsOutcome(
            sessions,
            taken.Count,
            disorder,
            sent,
            Stopwatch.GetElapsedTime(started) - sent,
            emulator.MegabytesInMemory
        );
    }

    /// <summary>
    /// Puts so many messages through a queue with sessions, receivers keeping up (senders wait when 2,000 are under way) or coming after
    /// all was sent; gives what both sides had in memory as they went.
    /// </summary>
    public static async Task<IReadOnlyList<MemorySample>> MessagesAsync(int messages, int size, bool receiversKeepUp)
    {
        const int sessions = 200;
        using var place = new Workplace("\"requiresSession\":true,\"requiresDuplicateDetection\":true");
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString);
        var sender = client.CreateSender(Clients.Queue);
        var samples = new List<MemorySample>();
        var sent = 0;
        var done = 0;
        void Sample() =>
            samples.Add(new MemorySample(sent, done, emulator.MegabytesInMemory, Signals.MegabytesInMemory(Environment.ProcessId)));
        Sample();
        using var window = new SemaphoreSlim(receiversKeepUp ? MostUnderWay : messages);
        var sending = Parallel.ForAsync(
            0,
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (i, stop) =>
            {
                await window.WaitAsync(stop);
                await sender.SendMessageAsync(Clients.Message(i, size, $"s{i % sessions}"), stop);
                Interlocked.Increment(ref sent);
            }
        );
        if (!receiversKeepUp)
        {
            await WatchAsync(sending, () => sent, messages / 5, Sample);
        }
        var draining = DrainAsync(
            client,
            messages,
            () =>
            {
                Interlocked.Increment(ref done);
                window.Release();
            }
        );
        await WatchAsync(Task.WhenAll(sending, draining), () => done, messages / 10, Sample);
        Sample();
        return samples;
    }

    private static async Task WatchAsync(Task work, Func<int> progress, int step, Action sample)
    {
        for (var next = step; !work.IsCompleted; )
        {
            if (progress() >= next)
            {
                sample();
                next += step;
            }
            await Task.WhenAny(work, Task.Delay(20));
        }
        await work;
    }

    private static async Task<(ConcurrentDictionary<long, bool> Taken, int Disorder)> DrainAsync(
        ServiceBusClient client,
        int messages,
        Action? onDone = null
    )
    {
        var taken = new ConcurrentDictionary<long, bool>();
        var disorder = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(async _ =>
                {
                    while (taken.Count < messages)
                    {
                        if (await AcceptAsync(client) is not { } session)
                        {
                            continue;
                        }
                        await using (session)
                        {
                            long last = 0;
                            while (await session.ReceiveMessageAsync(TimeSpan.FromMilliseconds(20)) is { } message)
                            {
                                if (message.SequenceNumber < last)
                                {
                                    Interlocked.Increment(ref disorder);
                                }
                                last = message.SequenceNumber;
                                await session.CompleteMessageAsync(message);
                                taken[message.SequenceNumber] = true;
                                onDone?.Invoke();
                            }
                        }
                    }
                })
        );
        return (taken, disorder);
    }

    // Cancelling is the one way to wait for less than all tries.
    private static async Task<ServiceBusSessionReceiver?> AcceptAsync(ServiceBusClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            return await client.AcceptNextSessionAsync(Clients.Queue, cancellationToken: limit.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>How a run with many sessions went; <paramref name="Memory"/> is the emulator's, in MB.</summary>
internal sealed record SessionsOutcome(int Sessions, int Completed, int OutOfOrder, TimeSpan Sending, TimeSpan Receiving, long Memory);

/// <summary>What both sides had in memory, in MB, when so many messages had been sent and completed.</summary>
internal sealed record MemorySample(int Sent, int Completed, long Emulator, long Client);
