using System.Diagnostics;
using System.Security.Cryptography;
using Azure.Messaging.ServiceBus;

namespace ServiceBusChaos;

/// <summary>A peer that freezes, a message nobody can process, a disk that is full.</summary>
internal static class Mishaps
{
    /// <summary>
    /// Stops the emulator without closing anything (SIGSTOP); gives how long a send took to fail, which with this SDK is up to its
    /// TryTimeout, and goes on after it thaws.
    /// </summary>
    public static async Task<TimeSpan> FreezeAsync(TimeSpan tryTimeout)
    {
        using var place = new Workplace();
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString, retries: 0, tryTimeout: tryTimeout);
        await client.CreateSender(Clients.Queue).SendMessageAsync(Clients.Message("before"));
        await Signals.SendAsync(emulator.Id, "STOP");
        await Signals.WaitUntilStoppedAsync(emulator.Id);
        var started = Stopwatch.GetTimestamp();
        TimeSpan noticed;
        try
        {
            await client.CreateSender(Clients.Queue).SendMessageAsync(Clients.Message("frozen"));
            throw new InvalidOperationException("A send to a frozen emulator was accepted.");
        }
        catch (ServiceBusException failure) when (failure.IsTransient)
        {
            noticed = Stopwatch.GetElapsedTime(started);
        }
        finally
        {
            await Signals.SendAsync(emulator.Id, "CONT");
        }
        await client.CreateSender(Clients.Queue).SendMessageAsync(Clients.Message("after"));
        return noticed;
    }

    /// <summary>Abandons a message as often as it comes; gives how often it came, and the reason it is parked with.</summary>
    public static async Task<(int Deliveries, string? Reason)> PoisonAsync(int maxDeliveryCount)
    {
        using var place = new Workplace($"\"maxDeliveryCount\":{maxDeliveryCount}");
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString);
        await client.CreateSender(Clients.Queue).SendMessageAsync(Clients.Message("poison"));
        var deliveries = 0;
        await using var receiver = client.CreateReceiver(Clients.Queue);
        while (await receiver.ReceiveMessageAsync(TimeSpan.FromMilliseconds(300)) is { } message)
        {
            deliveries++;
            await receiver.AbandonMessageAsync(message);
        }
        await using var dead = client.CreateReceiver(Clients.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        return (deliveries, (await dead.ReceiveMessageAsync(TimeSpan.FromSeconds(5)))?.DeadLetterReason);
    }

    /// <summary>Sends a message that just fits a queue of so many KB, takes it again, and sends one that doesn't fit.</summary>
    public static async Task<(int Bytes, bool Whole, ServiceBusFailureReason? Over)> LargestAsync(int kilobytes)
    {
        // What the message's id, its sections and the lengths in them take.
        const int around = 256;
        using var place = new Workplace($"\"maxMessageSizeInKilobytes\":{kilobytes}");
        await using var emulator = await place.StartAsync();
        await using var client = Clients.New(emulator.ConnectionString, retries: 0);
        var body = RandomNumberGenerator.GetBytes((kilobytes * 1024) - around);
        var sender = client.CreateSender(Clients.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage(body) { MessageId = "largest" });
        await using var receiver = client.CreateReceiver(Clients.Queue);
        var received = await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(60));
        var reason = await TryAsync(() => sender.SendMessageAsync(Clients.Message("larger", kilobytes * 1024)));
        return (body.Length, received?.Body.ToMemory().Span.SequenceEqual(body) == true, reason);
    }

    /// <summary>Sends until no file may grow any more; then completes some, restarts with room, and counts what is there.</summary>
    /// <param name="largestFile">How large a file may get, in KB.</param>
    public static async Task<DiskOutcome> FillDiskAsync(int largestFile)
    {
        using var place = new Workplace("\"lockDuration\":\"PT5M\"");
        var accepted = new List<string>();
        ServiceBusException? refusal = null;
        var refused = 0;
        int port;
        await using (var full = await place.StartAsync(largestFile: largestFile))
        {
            port = full.Port;
            await using var client = Clients.New(full.ConnectionString, retries: 0);
            for (var i = 0; refused < 20 && i < 1_000_000; i++)
            {
                try
                {
                    await client.CreateSender(Clients.Queue).SendMessageAsync(Clients.Message(i, 32 * 1024));
                    accepted.Add($"{i}");
                }
                catch (ServiceBusException failure)
                {
                    refusal = failure;
                    refused++;
                }
            }
            await full.KillAsync();
        }
        await using var roomy = await place.StartAsync(port);
        await using var reader = Clients.New(roomy.ConnectionString);
        await reader.CreateSender(Clients.Queue).SendMessageAsync(Clients.Message("after"));
        await using var receiver = reader.CreateReceiver(Clients.Queue);
        var left = new HashSet<string>();
        while (await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(1)) is { } message)
        {
            left.Add(message.MessageId);
            await receiver.CompleteMessageAsync(message);
        }
        return new DiskOutcome(
            accepted.Count,
            refused,
            accepted.Count(id => !left.Contains(id)),
            left.Count - accepted.Count(left.Contains) - 1,
            refusal?.Reason
        );
    }

    private static async Task<ServiceBusFailureReason?> TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            return null;
        }
        catch (ServiceBusException failure)
        {
            return failure.Reason;
        }
    }
}

/// <summary>How a full disk was borne.</summary>
/// <param name="Accepted">Messages accepted before and among the refusals.</param>
/// <param name="Refused">Messages refused.</param>
/// <param name="Lost">Accepted and gone.</param>
/// <param name="Extra">Refused and there all the same.</param>
/// <param name="Reason">What the SDK made of the refusal.</param>
internal sealed record DiskOutcome(int Accepted, int Refused, int Lost, int Extra, ServiceBusFailureReason? Reason);
