using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class BatchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_arrives_whole_and_in_order_in_as_many_transfers_as_the_size_limit_needs()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        // 256 KB per transfer: 60 messages of 20 KB take five.
        var sent = Enumerable.Range(0, 60).Select(i => Broker.Message(i) with { Body = Enumerable.Repeat((byte)i, 20_000).ToArray() }).ToList();
        await client.SendBatchAsync("plain", sent, Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        foreach (var expected in sent)
        {
            var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
            Assert.Equal(expected.MessageId, message.Message.MessageId);
            Assert.Equal(expected.Body.ToArray(), message.Message.Body.ToArray());
            await receiver.CompleteAsync(message, Stop);
        }
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_batch_may_hold_several_sessions()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendBatchAsync("sessions", [Broker.Message(1, "A"), Broker.Message(2, "A"), Broker.Message(3, "B"), Broker.Message(4, "A")], Stop);
        var seen = new Dictionary<string, List<string>>();
        for (var i = 0; i < 2; i++)
        {
            await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
            var ids = seen[session.SessionId!] = [];
            while (await session.ReceiveAsync(TimeSpan.FromMilliseconds(100), Stop) is { } message)
            {
                ids.Add(message.Message.MessageId);
                await session.CompleteAsync(message, Stop);
            }
        }
        Assert.Equal(["1", "2", "4"], seen["A"]);
        Assert.Equal(["3"], seen["B"]);
    }

    [Fact]
    public async Task A_message_in_a_batch_that_is_larger_than_the_queue_takes_is_TooLarge()
    {
        await using var broker = await Broker.StartAsync();
        var large = Broker.Message("large") with { Body = new byte[256 * 1024] };
        var failure = await Assert.ThrowsAsync<QueueException>(() => broker.NewClient().SendBatchAsync("plain", [Broker.Message("a"), large, Broker.Message("b")], Stop));
        Assert.Equal(QueueFailure.TooLarge, failure.Failure);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_part_that_was_accepted_is_not_sent_again_when_a_later_part_is()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { ServerBusyDelay = TimeSpan.FromMilliseconds(50) });
        await client.SendAsync("plain", Broker.Message("first"), Stop);
        var sent = Enumerable.Range(0, 40).Select(i => Broker.Message(i) with { Body = new byte[20_000] }).ToList();
        broker.Emulator.Faults.RefuseSends("plain", "com.microsoft:server-busy", "com.microsoft:server-busy");
        await client.SendBatchAsync("plain", sent, Stop);
        Assert.Equal((41, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task An_empty_batch_sends_nothing()
    {
        await using var broker = await Broker.StartAsync();
        await broker.NewClient().SendBatchAsync("plain", [], Stop);
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }
}
