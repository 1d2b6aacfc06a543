using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>Behaviours of a queue that the official SDK is asked about, from our client; those that belong to a subject stand with it (docs/service-bus-conformance.md).</summary>
public sealed class ConformanceTests
{
    private static readonly TimeSpan NotLong = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_id_within_a_batch_is_accepted_once()
    {
        await using var broker = await Broker.StartAsync();
        await broker.NewClient().SendBatchAsync("unique", [Broker.Message("a"), Broker.Message("a"), Broker.Message("b")], Stop);
        Assert.Equal((2, 0), await broker.Emulator.CountAsync("unique"));
    }

    [Fact]
    public async Task A_subscription_is_refused_as_not_implemented()
    {
        await using var broker = await Broker.StartAsync();
        var refused = await Assert.ThrowsAsync<QueueException>(() => broker.NewClient().OpenReceiverAsync("topic/Subscriptions/one", false, Stop));
        Assert.Equal(QueueFailure.Permanent, refused.Failure);
        Assert.Contains("amqp:not-implemented", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abandoned_message_keeps_its_place()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendBatchAsync("plain", [Broker.Message("a"), Broker.Message("b")], Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        await receiver.AbandonAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        Assert.Equal("a", (await receiver.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
        Assert.Equal("b", (await receiver.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
    }

    [Fact]
    public async Task Two_receivers_share_a_queue_without_overlap()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendBatchAsync("plain", [.. Enumerable.Range(0, 20).Select(i => Broker.Message(i))], Stop);
        var taken = await Task.WhenAll(TakeAsync(), TakeAsync());
        Assert.Equal(20, taken.Sum(one => one.Count));
        Assert.Equal(20, taken.SelectMany(one => one).Distinct().Count());

        async Task<List<string>> TakeAsync()
        {
            var ids = new List<string>();
            await using var receiver = await broker.NewClient().OpenReceiverAsync("plain", false, Stop);
            while (await receiver.ReceiveAsync(NotLong, Stop) is { } message)
            {
                ids.Add(message.Message.MessageId);
                await receiver.CompleteAsync(message, Stop);
            }
            return ids;
        }
    }

    [Fact]
    public async Task Messages_sent_while_a_session_is_held_go_to_its_holder()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        await client.SendAsync("sessions", Broker.Message(2, "A"), Stop);
        Assert.Equal("1", (await session.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
        Assert.Equal("2", (await session.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
        Assert.Null(await client.AcceptNextSessionAsync("sessions", NotLong, Stop));
    }

    [Fact]
    public async Task Abandoning_in_a_session_keeps_its_order()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendBatchAsync("sessions", [Broker.Message(1, "A"), Broker.Message(2, "A")], Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        await session.AbandonAsync((await session.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        var again = (await session.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("1", 2), (again.Message.MessageId, again.DeliveryCount));
        await session.CompleteAsync(again, Stop);
        Assert.Equal("2", (await session.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
    }

    [Fact]
    public async Task A_dead_letter_of_a_session_is_read_without_one()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        await session.DeadLetterAsync((await session.ReceiveAsync(Broker.Soon, Stop))!, "why", "more", Stop);
        await using var dead = await client.OpenReceiverAsync("sessions", true, Stop);
        var message = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("1", "A", "why", "more"), (message.Message.MessageId, message.Message.SessionId, message.DeadLetterReason, message.DeadLetterDescription));
    }

    [Fact]
    public async Task What_does_not_fit_a_queue_with_or_without_sessions_is_refused_for_good()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        foreach (var wrong in (Func<Task>[])
            [
                () => client.SendAsync("sessions", Broker.Message(1), Stop),
                () => client.OpenReceiverAsync("sessions", false, Stop),
                () => client.AcceptSessionAsync("plain", "A", Stop),
            ])
        {
            var refused = await Assert.ThrowsAsync<QueueException>(wrong);
            Assert.Equal(QueueFailure.Permanent, refused.Failure);
        }
    }
}
