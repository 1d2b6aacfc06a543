using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace ServiceBusChaos;

/// <summary>
/// The official .NET SDK beside the official JavaScript SDK, doing the same against the same emulator in one run: durable, 1 KB, one
/// connection.
/// </summary>
internal static class Speed
{
    private const int InFlight = 64;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Takes turns, so many rounds; gives the medians.</summary>
    public static async Task<(Rates DotNet, Rates JavaScript)> CompareAsync(int messages, int rounds)
    {
        using var place = new Workplace();
        await using var emulator = await place.StartAsync();
        var (dotNet, javaScript) = (new List<Rates>(), new List<Rates>());
        for (var round = 0; round < rounds; round++)
        {
            dotNet.Add(await DotNetAsync(emulator.ConnectionString, messages));
            javaScript.Add(await JavaScriptAsync(emulator.ConnectionString, messages));
        }
        return (Rates.Median(dotNet), Rates.Median(javaScript));
    }

    private static async Task<Rates> DotNetAsync(string connectionString, int messages)
    {
        await using var client = Clients.New(connectionString);
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
        {
            await RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund");
        }
        var line = await RunAsync(folder, "node", "speed.mjs", connectionString, Clients.Queue, $"{messages}", $"{InFlight}");
        return JsonSerializer.Deserialize<Rates>(line, Names)!;
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static async Task SendAsync(ServiceBusClient client, int messages)
    {
        var next = 0;
        var sender = client.CreateSender(Clients.Queue);
        await Task.WhenAll(
            Enumerable
                .Range(0, InFlight)
                .Select(async _ =>
                {
                    for (var i = Interlocked.Increment(ref next); i <= messages; i = Interlocked.Increment(ref next))
                    {
                        await sender.SendMessageAsync(Clients.Message(i));
                    }
                })
        );
    }

    private static async Task ReceiveAsync(ServiceBusClient client, int messages)
    {
        await using var receiver = client.CreateReceiver(Clients.Queue, new ServiceBusReceiverOptions { PrefetchCount = InFlight });
        using var room = new SemaphoreSlim(InFlight);
        var settling = new List<Task>(messages);
        for (var i = 0; i < messages; i++)
        {
            await room.WaitAsync();
            var message =
                await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(10))
                ?? throw new InvalidOperationException("A message is missing.");
            settling.Add(CompleteAsync(message));
        }
        await Task.WhenAll(settling);

        async Task CompleteAsync(ServiceBusReceivedMessage message)
        {
            await receiver.CompleteMessageAsync(message);
            room.Release();
        }
    }

    private static async Task<double> LatencyAsync(ServiceBusClient client, int messages)
    {
        await using var receiver = client.CreateReceiver(Clients.Queue);
        var sender = client.CreateSender(Clients.Queue);
        var times = new List<double>(messages);
        for (var i = 0; i < messages; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await sender.SendMessageAsync(Clients.Message(i));
            var message =
                await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(10))
                ?? throw new InvalidOperationException("A message is missing.");
            await receiver.CompleteMessageAsync(message);
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
    public static Rates Median(List<Rates> rates) =>
        new(Middle(rates, one => one.Send), Middle(rates, one => one.Receive), Middle(rates, one => one.P50));

    private static double Middle(List<Rates> rates, Func<Rates, double> value) => rates.Select(value).Order().ElementAt(rates.Count / 2);
}
