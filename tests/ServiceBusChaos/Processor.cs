using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Messaging.ServiceBus;

namespace ServiceBusChaos;

/// <summary>The official .NET SDK's session processor, which takes sessions as the Functions host does.</summary>
internal static class Processor
{
    private const int PerSession = 16;

    /// <summary>
    /// Sends 16 messages to each of so many sessions, then times how long the processor takes for all, with the idle time of the hub's
    /// <c>host.json</c>.
    /// </summary>
    public static async Task<ProcessorOutcome> RunAsync(int sessions)
    {
        using var place = new Workplace("\"requiresSession\":true");
        await using var emulator = await place.StartAsync();
        await using var client = new ServiceBusClient(emulator.ConnectionString);
        var sender = client.CreateSender(Clients.Queue);
        for (var session = 0; session < sessions; session++)
        {
            await sender.SendMessagesAsync(
                Enumerable
                    .Range(0, PerSession)
                    .Select(number => new ServiceBusMessage(BitConverter.GetBytes(number)) { SessionId = $"s{session}" })
            );
        }

        var last = new ConcurrentDictionary<string, int>();
        var (taken, outOfOrder) = (0, 0);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var processor = client.CreateSessionProcessor(
            Clients.Queue,
            new ServiceBusSessionProcessorOptions { MaxConcurrentSessions = 32, SessionIdleTimeout = TimeSpan.FromMilliseconds(500) }
        );
        processor.ProcessMessageAsync += args =>
        {
            var number = BitConverter.ToInt32(args.Message.Body);
            if (last.GetValueOrDefault(args.SessionId, -1) != number - 1)
            {
                Interlocked.Increment(ref outOfOrder);
            }
            last[args.SessionId] = number;
            if (Interlocked.Increment(ref taken) == sessions * PerSession)
            {
                done.SetResult();
            }
            return Task.CompletedTask;
        };
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        var clock = Stopwatch.StartNew();
        await processor.StartProcessingAsync();
        await done.Task.WaitAsync(TimeSpan.FromMinutes(10));
        var time = clock.Elapsed;
        await processor.StopProcessingAsync();
        return new ProcessorOutcome(sessions, taken, outOfOrder, time);
    }
}

/// <summary>What the processor did.</summary>
internal sealed record ProcessorOutcome(int Sessions, int Taken, int OutOfOrder, TimeSpan Time);
