using System.Diagnostics;
using System.Security.Cryptography;
using Hub.Queues;

namespace ServiceBusChaos;

/// <summary>A peer that freezes, a message nobody can process, a disk that is full.</summary>
internal static class Mishaps
{
    /// <summary>Stops the emulator without closing anything (SIGSTOP); gives how long a send took to fail, and goes on after it thaws.</summary>
    public static async Task<TimeSpan> FreezeAsync(TimeSpan idle)
    {
        using var place = new Workplace();
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString, options => options with { IdleTimeout = idle, OperationTimeout = idle + TimeSpan.FromSeconds(10), SendRetries = 0 });
        await client.SendAsync(Clients.Queue, Clients.Message("before"), CancellationToken.None);
        await Signals.SendAsync(emulator.Id, "STOP");
        await Signals.WaitUntilStoppedAsync(emulator.Id);
        var started = Stopwatch.GetTimestamp();
        TimeSpan noticed;
        try
        {
            await client.SendAsync(Clients.Queue, Clients.Message("frozen"), CancellationToken.None);
            throw new InvalidOperationException("A send to a frozen emulator was accepted.");
        }
        catch (QueueException failure) when (failure.Failure == QueueFailure.Retry)
        {
            noticed = Stopwatch.GetElapsedTime(started);
        }
        finally
        {
            await Signals.SendAsync(emulator.Id, "CONT");
        }
        await client.SendAsync(Clients.Queue, Clients.Message("after"), CancellationToken.None);
        return noticed;
    }

    /// <summary>Abandons a message as often as it comes; gives how often it came, and the reason it is parked with.</summary>
    public static async Task<(int Deliveries, string? Reason)> PoisonAsync(int maxDeliveryCount)
    {
        using var place = new Workplace($"\"maxDeliveryCount\":{maxDeliveryCount}");
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString);
        await client.SendAsync(Clients.Queue, Clients.Message("poison"), CancellationToken.None);
        var deliveries = 0;
        await using var receiver = await client.OpenReceiverAsync(Clients.Queue, false, CancellationToken.None);
        while (await receiver.ReceiveAsync(TimeSpan.FromMilliseconds(300), CancellationToken.None) is { } message)
        {
            deliveries++;
            await receiver.AbandonAsync(message, CancellationToken.None);
        }
        await using var dead = await client.OpenReceiverAsync(Clients.Queue, true, CancellationToken.None);
        return (deliveries, (await dead.ReceiveAsync(TimeSpan.FromSeconds(5), CancellationToken.None))?.DeadLetterReason);
    }

    /// <summary>Sends a message that just fits a queue of so many KB, takes it again, and sends one that doesn't fit.</summary>
    public static async Task<(int Bytes, bool Whole, QueueFailure? Over)> LargestAsync(int kilobytes)
    {
        // What the message's id, its sections and the lengths in them take.
        const int around = 256;
        using var place = new Workplace($"\"maxMessageSizeInKilobytes\":{kilobytes}");
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString, options => options with { SendRetries = 0 });
        var message = Clients.Message("largest") with { Body = RandomNumberGenerator.GetBytes((kilobytes * 1024) - around) };
        await client.SendAsync(Clients.Queue, message, CancellationToken.None);
        await using var receiver = await client.OpenReceiverAsync(Clients.Queue, false, CancellationToken.None);
        var received = await receiver.ReceiveAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        var failure = await TryAsync(() => client.SendAsync(Clients.Queue, message with { MessageId = "larger", Body = new byte[kilobytes * 1024] }, CancellationToken.None));
        return (message.Body.Length, received?.Message.Body.Span.SequenceEqual(message.Body.Span) == true, failure);
    }

    /// <summary>Sends until no file may grow any more; then completes some, restarts with room, and counts what is there.</summary>
    /// <param name="largestFile">How large a file may get, in KB.</param>
    public static async Task<DiskOutcome> FillDiskAsync(int largestFile)
    {
        using var place = new Workplace("\"lockDuration\":\"PT5M\"");
        var accepted = new List<string>();
        QueueException? refusal = null;
        var refused = 0;
        int port;
        await using (var full = await place.StartAsync(largestFile: largestFile))
        {
            port = full.Port;
            await using var client = Clients.New(full.ConnectionString, options => options with { SendRetries = 0 });
            for (var i = 0; refused < 20 && i < 1_000_000; i++)
            {
                try
                {
                    await client.SendAsync(Clients.Queue, Clients.Message(i, 32 * 1024), CancellationToken.None);
                    accepted.Add($"{i}");
                }
                catch (QueueException failure)
                {
                    refusal = failure;
                    refused++;
                }
            }
            await full.KillAsync();
        }
        await using var roomy = await place.StartAsync(port);
        await using var reader = Clients.New(roomy.ConnectionString);
        await reader.SendAsync(Clients.Queue, Clients.Message("after"), CancellationToken.None);
        await using var receiver = await reader.OpenReceiverAsync(Clients.Queue, false, CancellationToken.None);
        var left = new HashSet<string>();
        while (await receiver.ReceiveAsync(TimeSpan.FromSeconds(1), CancellationToken.None) is { } message)
        {
            left.Add(message.Message.MessageId);
            await receiver.CompleteAsync(message, CancellationToken.None);
        }
        return new DiskOutcome(accepted.Count, refused, accepted.Count(id => !left.Contains(id)), left.Count - accepted.Count(left.Contains) - 1, refusal?.Failure, refusal?.Message);
    }

    private static async Task<QueueFailure?> TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            return null;
        }
        catch (QueueException failure)
        {
            return failure.Failure;
        }
    }
}

/// <summary>How a full disk was borne.</summary>
/// <param name="Accepted">Messages accepted before and among the refusals.</param>
/// <param name="Refused">Messages refused.</param>
/// <param name="Lost">Accepted and gone.</param>
/// <param name="Extra">Refused and there all the same.</param>
/// <param name="Failure">What the client made of the refusal.</param>
/// <param name="Text">The refusal.</param>
internal sealed record DiskOutcome(int Accepted, int Refused, int Lost, int Extra, QueueFailure? Failure, string? Text);
