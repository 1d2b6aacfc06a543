using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class PeekTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dead_letters_are_seen_with_their_reason_and_stay_as_they_are()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        var receiver = broker.Receiver("plain");
        foreach (var id in (string[])["a", "b", "c"])
        {
            await client.SendAsync("plain", Broker.Message(id), Stop);
            await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(Broker.Soon, Stop), $"reason {id}", "more", Stop);
        }

        var seen = await client.PeekDeadLettersAsync("plain", 2, Stop);
        Assert.Equal([("a", "reason a"), ("b", "reason b")], seen.Select(one => (one.MessageId, one.Reason)));
        Assert.True(seen[0].SequenceNumber < seen[1].SequenceNumber && seen[0].EnqueuedTime > DateTimeOffset.UnixEpoch);
        var first = await broker.Receiver("plain", deadLetters: true).ReceiveMessageAsync(Broker.Soon, Stop);
        Assert.Equal(("a", 1), (first.MessageId, first.DeliveryCount));
        Assert.Equal("a"u8.ToArray(), first.Body.ToArray());
    }

    [Fact]
    public async Task Where_there_are_none_the_answer_comes_at_once_and_is_empty()
    {
        await using var broker = await Broker.StartAsync();
        Assert.Empty(await broker.NewClient().PeekDeadLettersAsync("sessions", 10, Stop));
    }

    [Fact]
    public async Task It_goes_on_after_the_connection_was_closed_for_being_idle()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        Assert.Empty(await client.PeekDeadLettersAsync("plain", 10, Stop));
        broker.Emulator.Faults.CloseConnections();
        // On the way when the connection closed it fails once, which whoever looks again and again can bear.
        await Record.ExceptionAsync(() => client.PeekDeadLettersAsync("plain", 10, Stop));
        Assert.Empty(await client.PeekDeadLettersAsync("plain", 10, Stop));
    }

    [Fact]
    public async Task The_ids_on_a_queue_are_listed_over_pages_and_sessions_locked_and_scheduled_ones_too_and_none_is_touched()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        for (var i = 0; i < 260; i++)
        {
            await client.SendAsync("sessions", Broker.Message(i, $"S{i % 7}"), Stop);
        }
        await client.SendAsync(
            "sessions",
            Broker.Message("later", "S1") with
            {
                ScheduledEnqueueTime = TimeProvider.System.GetUtcNow().AddHours(1),
            },
            Stop
        );
        await using var sdk = new ServiceBusClient(broker.Emulator.ConnectionString);
        var session = await sdk.AcceptSessionAsync("sessions", "S0", cancellationToken: Stop);
        var (held, deferred) = (await session.ReceiveMessageAsync(Broker.Soon, Stop), await session.ReceiveMessageAsync(Broker.Soon, Stop));
        await session.DeferMessageAsync(deferred, cancellationToken: Stop);

        var ids = new List<string>();
        await foreach (var id in client.ListMessageIdsAsync("sessions", Stop))
        {
            ids.Add(id);
        }

        Assert.Equal(260, ids.Count);
        Assert.Contains(held.MessageId, ids);
        Assert.Contains("later", ids);
        Assert.DoesNotContain(deferred.MessageId, ids);
        await session.CompleteMessageAsync(held, Stop);
    }

    [Fact]
    public async Task A_probe_answers_for_a_queue_with_sessions_too()
    {
        await using var broker = await Broker.StartAsync();
        await broker.NewClient().ProbeAsync("sessions", Stop);
    }
}
