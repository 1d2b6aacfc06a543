using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using static ServiceBusEmulator.Tests.DotNet.Bench;

namespace ServiceBusEmulator.Tests.DotNet;

internal static class ProcessorCases
{
    public static readonly Dictionary<string, Case> All = new()
    {
        ["a processor delivers again what its handler fails on, and parks it at last"] = new(
            "parked",
            async bench =>
            {
                await bench.SendAsync("poison");
                var counts = new ConcurrentQueue<int>();
                await ProcessAsync(
                    bench,
                    new ServiceBusProcessorOptions(),
                    3,
                    args =>
                    {
                        counts.Enqueue(args.Message.DeliveryCount);
                        return args.Message.DeliveryCount > 0 ? throw new InvalidDataException("on purpose") : Task.CompletedTask;
                    }
                );
                Assert.Equal([1, 2, 3], counts);
                Assert.Equal("MaxDeliveryCountExceeded", (await ReceiveOneAsync(bench.DeadLetters())).DeadLetterReason);
            }
        ),
        ["a session processor keeps each session in order, however short its idle time"] = new(
            "sessions",
            async bench =>
            {
                const int sessions = 64,
                    each = 16;
                var expected = Enumerable.Range(0, each).Select(i => $"{i}").ToArray();
                foreach (var session in Enumerable.Range(0, sessions))
                {
                    await bench.SendToAsync($"s{session}", expected);
                }
                var seen = new ConcurrentDictionary<string, ConcurrentQueue<string>>();
                var clock = Stopwatch.StartNew();
                var options = new ServiceBusSessionProcessorOptions
                {
                    MaxConcurrentSessions = 32,
                    SessionIdleTimeout = TimeSpan.FromMilliseconds(500),
                };
                await ProcessSessionsAsync(
                    bench,
                    options,
                    sessions * each,
                    args =>
                    {
                        seen.GetOrAdd(args.SessionId, _ => new ConcurrentQueue<string>()).Enqueue(Text(args.Message));
                        return Task.CompletedTask;
                    }
                );
                Assert.Equal(sessions, seen.Count);
                Assert.All(seen.Values, texts => Assert.Equal(expected, texts));
                // With a drain that is never answered it stands still for a minute.
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(45), $"took {clock.Elapsed}");
            }
        ),
        ["a session processor that was stopped and closed holds no session"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                await ProcessSessionsAsync(bench, new ServiceBusSessionProcessorOptions(), 1, _ => Task.CompletedTask);
                await bench.SendToAsync("A", "2");
                Assert.Equal("2", Text(await ReceiveOneAsync(await bench.AcceptAsync("A"))));
            }
        ),
    };

    /// <summary>Runs a processor until its handler has been called so many times, then stops and closes it.</summary>
    public static async Task ProcessAsync(
        Bench bench,
        ServiceBusProcessorOptions options,
        int calls,
        Func<ProcessMessageEventArgs, Task> handle
    )
    {
        var count = new Countdown(calls);
        await using var processor = bench.Client.CreateProcessor(bench.Queue, options);
        processor.ProcessMessageAsync += args => count.CallAsync(() => handle(args));
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();
        await count.Done.WaitAsync(Patience.Longest);
        await processor.StopProcessingAsync();
    }

    /// <summary>The same for a session processor.</summary>
    public static async Task ProcessSessionsAsync(
        Bench bench,
        ServiceBusSessionProcessorOptions options,
        int calls,
        Func<ProcessSessionMessageEventArgs, Task> handle
    )
    {
        var count = new Countdown(calls);
        await using var processor = bench.Client.CreateSessionProcessor(bench.Queue, options);
        processor.ProcessMessageAsync += args => count.CallAsync(() => handle(args));
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();
        await count.Done.WaitAsync(Patience.Longest);
        await processor.StopProcessingAsync();
    }

    private sealed class Countdown(int calls)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = calls;

        public Task Done => _done.Task;

        public async Task CallAsync(Func<Task> call)
        {
            try
            {
                await call();
            }
            finally
            {
                if (Interlocked.Decrement(ref _left) == 0)
                {
                    _done.TrySetResult();
                }
            }
        }
    }
}
