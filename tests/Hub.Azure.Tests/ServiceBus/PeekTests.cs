using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class PeekTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dead_letters_are_seen_with_their_reason_and_stay_as_they_are()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await using (var receiver = await client.OpenReceiverAsync("plain", false, Stop))
        {
            foreach (var id in (string[])["a", "b", "c"])
            {
                await client.SendAsync("plain", Broker.Message(id), Stop);
                await receiver.DeadLetterAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, $"reason {id}", "more", Stop);
            }
        }

        var seen = await client.PeekDeadLettersAsync("plain", 2, Stop);
        Assert.Equal([("a", "reason a"), ("b", "reason b")], seen.Select(one => (one.MessageId, one.Reason)));
        Assert.True(seen[0].SequenceNumber < seen[1].SequenceNumber && seen[0].EnqueuedTime > DateTimeOffset.UnixEpoch);
        await using var dead = await client.OpenReceiverAsync("plain", true, Stop);
        var first = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("a", 1), (first.Message.MessageId, first.DeliveryCount));
        Assert.Equal("a"u8.ToArray(), first.Message.Body.ToArray());
    }

    [Fact]
    public async Task Where_there_are_none_the_answer_comes_at_once_and_is_empty()
    {
        await using var broker = await Broker.StartAsync();
        Assert.Empty(await broker.NewClient().PeekDeadLettersAsync("sessions", 10, Stop));
    }

    [Fact]
    public async Task An_unknown_queue_is_NotFound()
    {
        await using var broker = await Broker.StartAsync();
        var failure = await Assert.ThrowsAsync<QueueException>(() => broker.NewClient().PeekDeadLettersAsync("none", 10, Stop));
        Assert.Equal(QueueFailure.NotFound, failure.Failure);
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
}
