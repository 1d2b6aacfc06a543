using System.Collections.Concurrent;
using System.Text;
using Hub.Azure.ServiceBus;
using Hub.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServiceBusEmulator.Tests.Processes;

/// <summary>What was accepted is there after kill -9, and what was completed stays away.</summary>
public sealed class KillTests : IDisposable
{
    private const int Senders = 32;
    private const int Receivers = 8;
    private const int Kills = 3;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator");

    [Fact]
    public async Task Under_load_kill_9_loses_nothing_accepted_and_brings_back_nothing_completed()
    {
        var config = Path.Combine(folder.FullName, "queues.json");
        var data = Path.Combine(folder.FullName, "data");
        await File.WriteAllTextAsync(config, """{"queues":[{"name":"q","lockDuration":"PT5M","maxDeliveryCount":1000}]}""", TestContext.Current.CancellationToken);
        var accepted = new ConcurrentDictionary<string, bool>();
        var completed = new ConcurrentDictionary<string, bool>();
        var unsure = new ConcurrentDictionary<string, bool>();
        var again = new ConcurrentBag<string>();
        var port = 0;
        for (var round = 0; round < Kills; round++)
        {
            await using var emulator = await EmulatorProcess.StartAsync(config, data, port);
            port = emulator.Port;
            await using var client = NewClient(emulator, retries: 0);
            var enough = accepted.Count + 2000;
            using var stop = new CancellationTokenSource();
            var work = Enumerable.Range(0, Senders).Select(sender => SendAsync(client, $"{round}-{sender}", accepted, stop.Token)).ToList();
            work.AddRange(Enumerable.Range(0, Receivers).Select(_ => ReceiveAsync(client, completed, unsure, again, stop.Token)));
            await Until(() => accepted.Count >= enough);
            await emulator.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(work);
        }

        await using var last = await EmulatorProcess.StartAsync(config, data, port);
        await using var reader = NewClient(last, retries: 3);
        await using var receiver = await reader.OpenReceiverAsync("q", false, CancellationToken.None);
        var left = new HashSet<string>();
        while (await receiver.ReceiveAsync(TimeSpan.FromMilliseconds(500), CancellationToken.None) is { } message)
        {
            left.Add(message.Message.MessageId);
            await receiver.CompleteAsync(message, CancellationToken.None);
        }

        Assert.Empty(again);
        Assert.Empty(left.Intersect(completed.Keys));
        Assert.DoesNotContain(accepted.Keys, id => !left.Contains(id) && !completed.ContainsKey(id) && !unsure.ContainsKey(id));
        Assert.NotEmpty(completed);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task SendAsync(ServiceBusQueueClient client, string name, ConcurrentDictionary<string, bool> accepted, CancellationToken stop)
    {
        try
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var id = $"{name}-{i}";
                await client.SendAsync("q", new QueueMessage { MessageId = id, Body = Encoding.UTF8.GetBytes(new string('x', 1024)) }, stop);
                accepted[id] = true;
            }
        }
        catch (Exception fault) when (fault is QueueException or OperationCanceledException)
        {
            // Killed.
        }
    }

    private static async Task ReceiveAsync(
        ServiceBusQueueClient client, ConcurrentDictionary<string, bool> completed, ConcurrentDictionary<string, bool> unsure, ConcurrentBag<string> again, CancellationToken stop)
    {
        string? settling = null;
        try
        {
            await using var receiver = await client.OpenReceiverAsync("q", false, stop);
            while (!stop.IsCancellationRequested)
            {
                if (await receiver.ReceiveAsync(TimeSpan.FromSeconds(1), stop) is not { } message)
                    continue;
                settling = message.Message.MessageId;
                if (completed.ContainsKey(settling))
                    again.Add(settling);
                await receiver.CompleteAsync(message, stop);
                completed[settling] = true;
                settling = null;
            }
        }
        catch (Exception fault) when (fault is QueueException or OperationCanceledException)
        {
            // The one whose complete was never answered may be gone or not.
            if (settling is not null)
                unsure[settling] = true;
        }
    }

    private static ServiceBusQueueClient NewClient(EmulatorProcess emulator, int retries)
        => new(new ServiceBusOptions { ConnectionString = emulator.ConnectionString, SendRetries = retries }, TimeProvider.System, NullLogger<ServiceBusQueueClient>.Instance);

    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(5, limit.Token);
    }
}
