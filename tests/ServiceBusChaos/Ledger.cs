using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace ServiceBusChaos;

/// <summary>What is known of each message while things are killed. Safe for any thread.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, bool> _accepted = new();
    private readonly ConcurrentDictionary<string, bool> _completed = new();
    private readonly ConcurrentDictionary<string, bool> _unsure = new();
    private readonly ConcurrentDictionary<string, bool> _cameBack = new();

    public int AcceptedCount => _accepted.Count;

    public void Accepted(string id) => _accepted[id] = true;

    /// <summary>It was received; that must not be after it was completed.</summary>
    public void Received(string id)
    {
        if (_completed.ContainsKey(id))
        {
            _cameBack[id] = true;
        }
    }

    public void Completed(string id) => _completed[id] = true;

    /// <summary>Its settling was never answered: it may be gone or not.</summary>
    public void Unsure(string id) => _unsure[id] = true;

    /// <summary>Takes what is left, and judges.</summary>
    public async Task<KillOutcome> JudgeAsync(string connectionString)
    {
        await using var client = Clients.New(connectionString);
        await using var receiver = client.CreateReceiver(Clients.Queue, new ServiceBusReceiverOptions { PrefetchCount = 100 });
        var left = new HashSet<string>();
        var settling = new List<Task>();
        while (await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(3)) is { } message)
        {
            left.Add(message.MessageId);
            settling.Add(receiver.CompleteMessageAsync(message));
        }
        await Task.WhenAll(settling);
        foreach (var id in left)
        {
            Received(id);
        }
        return new KillOutcome(
            _accepted.Count,
            _completed.Count,
            _accepted.Keys.Count(id => !left.Contains(id) && !_completed.ContainsKey(id) && !_unsure.ContainsKey(id)),
            _cameBack.Count,
            _unsure.Count
        );
    }

    /// <summary>Sends until stopped or cut off.</summary>
    public async Task SendAsync(ServiceBusClient client, string name, CancellationToken stop)
    {
        var sender = client.CreateSender(Clients.Queue);
        try
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var id = $"{name}-{i}";
                await sender.SendMessageAsync(Clients.Message(id), stop);
                Accepted(id);
            }
        }
        catch (Exception fault) when (Clients.IsCutOff(fault))
        {
            // Killed.
        }
    }

    /// <summary>Receives and completes until stopped or cut off.</summary>
    public async Task ReceiveAsync(ServiceBusClient client, CancellationToken stop)
    {
        string? settling = null;
        try
        {
            await using var receiver = client.CreateReceiver(Clients.Queue);
            while (!stop.IsCancellationRequested)
            {
                if (await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(1), stop) is not { } message)
                {
                    continue;
                }
                settling = message.MessageId;
                Received(settling);
                await receiver.CompleteMessageAsync(message, stop);
                Completed(settling);
                settling = null;
            }
        }
        catch (Exception fault) when (Clients.IsCutOff(fault))
        {
            if (settling is not null)
            {
                Unsure(settling);
            }
        }
    }
}
