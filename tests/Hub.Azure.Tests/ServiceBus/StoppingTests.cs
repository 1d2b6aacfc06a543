using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class StoppingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_being_sent_when_the_client_stops_is_sent()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("first"), Stop);
        var sending = Enumerable.Range(0, 200).Select(i => client.SendAsync("plain", Broker.Message(i), Stop)).ToList();
        await client.DisposeAsync();
        await Task.WhenAll(sending);
        Assert.Equal((201, 0), await broker.Emulator.CountAsync("plain"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync("plain", Broker.Message("late"), Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.OpenReceiverAsync("plain", false, Stop));
    }

    [Fact]
    public async Task What_receivers_hold_when_the_client_stops_is_given_back_at_once_and_uncounted_guess()
    {
        await using var broker = await Broker.StartAsync();
        var (stopping, other) = (broker.NewClient(options => options with { ReceiverCredit = 10 }), broker.NewClient());
        for (var i = 0; i < 5; i++)
        {
            await stopping.SendAsync("plain", Broker.Message(i), Stop);
            await stopping.SendAsync("sessions", Broker.Message(i, "A"), Stop);
        }
        Assert.NotNull(await (await stopping.OpenReceiverAsync("plain", false, Stop)).ReceiveAsync(Broker.Soon, Stop));
        Assert.NotNull(await (await stopping.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!.ReceiveAsync(Broker.Soon, Stop));
        await stopping.DisposeAsync();
        await using var receiver = await other.OpenReceiverAsync("plain", false, Stop);
        await using var session = (await other.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        for (var i = 0; i < 5; i++)
        {
            foreach (var taker in new IReceiver[] { receiver, session })
            {
                var message = (await taker.ReceiveAsync(Broker.Soon, Stop))!;
                Assert.Equal((Broker.Message(i).MessageId, 1), (message.Message.MessageId, message.DeliveryCount));
                await taker.CompleteAsync(message, Stop);
            }
        }
    }

    [Fact]
    public async Task A_prefetching_receiver_gets_and_completes_all_once_and_leaves_nothing_locked()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { ReceiverCredit = 20 });
        await client.SendBatchAsync("plain", [.. Enumerable.Range(0, 100).Select(i => Broker.Message(i))], Stop);
        var seen = new List<string>();
        await using (var receiver = await client.OpenReceiverAsync("plain", false, Stop))
        {
            var settling = new List<Task>();
            for (var i = 0; i < 60; i++)
            {
                var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
                seen.Add(message.Message.MessageId);
                settling.Add(receiver.CompleteAsync(message, Stop));
            }
            await Task.WhenAll(settling);
        }
        await using var next = await client.OpenReceiverAsync("plain", false, Stop);
        while (await next.ReceiveAsync(TimeSpan.FromMilliseconds(200), Stop) is { } message)
        {
            seen.Add(message.Message.MessageId);
            Assert.Equal(1, message.DeliveryCount);
            await next.CompleteAsync(message, Stop);
        }
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task A_prefetched_message_whose_lock_ran_out_here_is_LockLost_and_comes_again()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { ReceiverCredit = 2 });
        await client.SendBatchAsync("brief", [Broker.Message("a"), Broker.Message("b")], Stop);
        await using var receiver = await client.OpenReceiverAsync("brief", false, Stop);
        var first = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        var prefetched = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        await receiver.CompleteAsync(first, Stop);
        var again = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("b", 2), (again.Message.MessageId, again.DeliveryCount));
        Assert.Equal(QueueFailure.LockLost, (await Assert.ThrowsAsync<QueueException>(() => receiver.CompleteAsync(prefetched, Stop))).Failure);
        await receiver.CompleteAsync(again, Stop);
    }
}
