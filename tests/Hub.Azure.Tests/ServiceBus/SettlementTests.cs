using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class SettlementTests
{
    private static readonly TimeSpan NotLong = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Completing_waits_for_the_broker_through_the_librarys_internal_disposition()
    {
        // Settling works through internals of the pinned library: this fails when they change.
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        await receiver.CompleteAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_lost_lock_is_an_error_and_the_message_comes_again()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("brief", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("brief", false, Stop);
        var first = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        var second = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal((1, 2), (first.DeliveryCount, second.DeliveryCount));
        var failure = await Assert.ThrowsAsync<QueueException>(() => receiver.CompleteAsync(first, Stop));
        Assert.Equal(QueueFailure.LockLost, failure.Failure);
        await receiver.CompleteAsync(second, Stop);
    }

    [Fact]
    public async Task A_renewed_lock_outlives_its_duration()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("brief", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("brief", false, Stop);
        var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        var end = message.LockedUntil + TimeSpan.FromMilliseconds(400);
        var until = message.LockedUntil;
        while (until < end)
            until = await receiver.RenewLockAsync(message, Stop);
        await receiver.CompleteAsync(message, Stop);
        var failure = await Assert.ThrowsAsync<QueueException>(() => receiver.RenewLockAsync(message, Stop));
        Assert.Equal(QueueFailure.LockLost, failure.Failure);
    }

    [Fact]
    public async Task The_lock_on_a_dead_letter_is_renewed_in_the_same_way()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("brief", Broker.Message("a"), Stop);
        await using (var receiver = await client.OpenReceiverAsync("brief", false, Stop))
            await receiver.DeadLetterAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, "why", "more", Stop);
        await using var dead = await client.OpenReceiverAsync("brief", true, Stop);
        var message = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
        var end = message.LockedUntil + TimeSpan.FromMilliseconds(400);
        while (await dead.RenewLockAsync(message, Stop) < end)
        {
        }
        await dead.CompleteAsync(message, Stop);
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("brief"));
    }

    [Fact]
    public async Task Abandoning_delivers_again_and_counts()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        await receiver.AbandonAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        var again = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(2, again.DeliveryCount);
        await receiver.CompleteAsync(again, Stop);
    }

    [Fact]
    public async Task A_dead_letter_carries_its_reason_and_is_read_from_the_dead_letter_queue()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        await receiver.DeadLetterAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, "why", "because", Stop);
        Assert.Null(await receiver.ReceiveAsync(NotLong, Stop));
        await using var dead = await client.OpenReceiverAsync("plain", true, Stop);
        var message = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("a", "why", "because"), (message.Message.MessageId, message.DeadLetterReason, message.DeadLetterDescription));
        await dead.CompleteAsync(message, Stop);
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_poison_message_is_parked_after_MaxDeliveryCount()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("brief", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("brief", false, Stop);
        for (var i = 0; i < 3; i++)
            await receiver.AbandonAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        await using var dead = await client.OpenReceiverAsync("brief", true, Stop);
        Assert.Equal("MaxDeliveryCountExceeded", (await dead.ReceiveAsync(Broker.Soon, Stop))!.DeadLetterReason);
    }

    [Fact]
    public async Task Disposing_a_receiver_gives_back_what_is_unsettled_uncounted_guess()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using (var receiver = await client.OpenReceiverAsync("plain", false, Stop))
            Assert.NotNull(await receiver.ReceiveAsync(Broker.Soon, Stop));
        await using var next = await client.OpenReceiverAsync("plain", false, Stop);
        Assert.Equal(1, (await next.ReceiveAsync(Broker.Soon, Stop))!.DeliveryCount);
    }

    [Fact]
    public async Task A_receiver_that_stopped_waiting_takes_no_message_away_from_others()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await using var idle = await client.OpenReceiverAsync("plain", false, Stop);
        Assert.Null(await idle.ReceiveAsync(NotLong, Stop));
        await using var busy = await client.OpenReceiverAsync("plain", false, Stop);
        for (var i = 0; i < 5; i++)
        {
            await client.SendAsync("plain", Broker.Message(i), Stop);
            var message = (await busy.ReceiveAsync(Broker.Soon, Stop))!;
            Assert.Equal((Broker.Message(i).MessageId, 1), (message.Message.MessageId, message.DeliveryCount));
            await busy.CompleteAsync(message, Stop);
        }
    }

    [Fact]
    public async Task A_receiver_locks_one_message_at_a_time()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        for (var i = 0; i < 2; i++)
            await client.SendAsync("plain", Broker.Message(i), Stop);
        await using var first = await client.OpenReceiverAsync("plain", false, Stop);
        await using var second = await client.OpenReceiverAsync("plain", false, Stop);
        Assert.Equal("0", (await first.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
        Assert.Equal("1", (await second.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
    }

    [Fact]
    public async Task User_code_may_block_after_a_receive_without_stopping_the_connection()
    {
        // Continuations of the library run on its read pump: blocked there, nothing would be read any more.
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        await Task.Run(
            async () =>
            {
                var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
#pragma warning disable xUnit1031 // blocking is what is tested
                Assert.True(client.SendAsync("plain", Broker.Message("b"), Stop).Wait(Broker.Soon, Stop));
                Assert.True(receiver.CompleteAsync(message, Stop).Wait(Broker.Soon, Stop));
#pragma warning restore xUnit1031
            },
            Stop);
    }
}
