using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hub.Azure.ServiceBus;
using Hub.Queues;

namespace ServiceBusChaos;

/// <summary>Our client beside the official JavaScript SDK, doing the same against the same emulator in one run: durable, 1 KB, one connection.</summary>
internal static class Speed
{
    private const int InFlight = 64;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Takes turns, so many rounds; gives the medians.</summary>
    public static async Task<(Rates Ours, Rates JavaScript)> CompareAsync(int messages, int rounds)
    {
        using var place = new Workplace();
        await using var emulator = await place.StartAsync();
        var (ours, theirs) = (new List<Rates>(), new List<Rates>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await OursAsync(emulator.ConnectionString, messages));
            theirs.Add(await JavaScriptAsync(emulator.ConnectionString, messages));
        }
        return (Rates.Median(ours), Rates.Median(theirs));
    }

    private static async Task<Rates> OursAsync(string connectionString, int messages)
    {
        await using var client = Clients.New(connectionString, options => options with { ReceiverCredit = InFlight });
        await SendAsync(client, messages / 4);
        await ReceiveAsync(client, messages / 4);
        var send = await RateAsync(() => SendAsync(client, messages), messages);
        var receive = await RateAsync(() => ReceiveAsync(client, messages), messages);
        await using var single = Clients.New(connectionString);
        return new Rates(send, receive, await LatencyAsync(single, 2000));
    }

    private static async Task<Rates> JavaScriptAsync(string connectionString, int messages)
    {
        var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "ServiceBusEmulator.Tests", "js");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund");
        var line = await RunAsync(folder, "node", "speed.mjs", connectionString, Clients.Queue, $"{messages}", $"{InFlight}");
        return JsonSerializer.Deserialize<Rates>(line, Names)!;
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static async Task SendAsync(ServiceBusQueueClient client, int messages)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i <= messages; i = Interlocked.Increment(ref next))
                await client.SendAsync(Clients.Queue, Clients.Message(i), CancellationToken.None);
        }));
    }

    private static async Task ReceiveAsync(ServiceBusQueueClient client, int messages)
    {
        await using var receiver = await client.OpenReceiverAsync(Clients.Queue, false, CancellationToken.None);
        using var room = new SemaphoreSlim(InFlight);
        var settling = new List<Task>(messages);
        for (var i = 0; i < messages; i++)
        {
            await room.WaitAsync();
            var message = await receiver.ReceiveAsync(TimeSpan.FromSeconds(10), CancellationToken.None) ?? throw new InvalidOperationException("A message is missing.");
            settling.Add(CompleteAsync(message));
        }
        await Task.WhenAll(settling);

        async Task CompleteAsync(ReceivedMessage message)
        {
            await receiver.CompleteAsync(message, CancellationToken.None);
            room.Release();
        }
    }

    private static async Task<double> LatencyAsync(ServiceBusQueueClient client, int messages)
    {
        await using var receiver = await client.OpenReceiverAsync(Clients.Queue, false, CancellationToken.None);
        var times = new List<double>(messages);
        for (var i = 0; i < messages; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.SendAsync(Clients.Queue, Clients.Message(i), CancellationToken.None);
            var message = await receiver.ReceiveAsync(TimeSpan.FromSeconds(10), CancellationToken.None) ?? throw new InvalidOperationException("A message is missing.");
            await receiver.CompleteAsync(message, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Skip(messages / 4).Order().ElementAt(messages * 3 / 8);
    }

    private static async Task<double> RateAsync(Func<Task> work, int messages)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <summary>Messages per second, and the median of sent, received and completed one by one, in ms.</summary>
internal sealed record Rates(double Send, double Receive, double P50)
{
    public static Rates Median(List<Rates> rates) => new(Middle(rates, one => one.Send), Middle(rates, one => one.Receive), Middle(rates, one => one.P50));

    private static double Middle(List<Rates> rates, Func<Rates, double> value) => rates.Select(value).Order().ElementAt(rates.Count / 2);
}
