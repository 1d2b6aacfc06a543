using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class SessionTests
{
    private static readonly TimeSpan NotLong = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_is_held_by_one_and_gives_its_messages_in_order()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        for (var i = 0; i < 5; i++)
            await client.SendAsync("sessions", Broker.Message(i, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        Assert.Equal("A", session.SessionId);
        Assert.True(session.SessionLockedUntil > DateTimeOffset.UnixEpoch);
        Assert.Null(await client.AcceptNextSessionAsync("sessions", NotLong, Stop));
        for (var i = 0; i < 5; i++)
        {
            var message = (await session.ReceiveAsync(Broker.Soon, Stop))!;
            Assert.Equal((Broker.Message(i).MessageId, "A"), (message.Message.MessageId, message.Message.SessionId));
            await session.CompleteAsync(message, Stop);
        }
        Assert.Null(await session.ReceiveAsync(NotLong, Stop));
    }

    [Fact]
    public async Task A_session_that_was_let_go_is_next_for_another_with_what_is_left()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await client.SendAsync("sessions", Broker.Message(2, "A"), Stop);
        await using (var first = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!)
        {
            await first.CompleteAsync((await first.ReceiveAsync(Broker.Soon, Stop))!, Stop);
            Assert.NotNull(await first.ReceiveAsync(Broker.Soon, Stop));
        }
        await using var second = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        var message = (await second.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("2", 1), (message.Message.MessageId, message.DeliveryCount));
    }

    [Fact]
    public async Task A_session_is_taken_by_its_id_unless_another_holds_it()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await client.SendAsync("sessions", Broker.Message(2, "B"), Stop);
        await using (var held = await client.AcceptSessionAsync("sessions", "B", Stop))
        {
            Assert.Equal(("B", "2"), (held.SessionId, (await held.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId));
            var refused = await Assert.ThrowsAsync<QueueException>(() => client.AcceptSessionAsync("sessions", "B", Stop));
            Assert.Equal(QueueFailure.Permanent, refused.Failure);
            Assert.Contains("com.microsoft:session-cannot-be-locked", refused.Message, StringComparison.Ordinal);
        }
        await using var again = await client.AcceptSessionAsync("sessions", "B", Stop);
        Assert.NotNull(await again.ReceiveAsync(Broker.Soon, Stop));
        await using var empty = await client.AcceptSessionAsync("sessions", "never used", Stop);
        Assert.Null(await empty.ReceiveAsync(NotLong, Stop));
    }

    [Fact]
    public async Task A_session_lock_that_ran_out_is_LockLost()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("brief-sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("brief-sessions", Broker.Soon, Stop))!;
        var message = (await session.ReceiveAsync(Broker.Soon, Stop))!;
        await using var next = (await client.AcceptNextSessionAsync("brief-sessions", Broker.Soon, Stop))!;
        Assert.Equal(QueueFailure.LockLost, (await Assert.ThrowsAsync<QueueException>(() => session.CompleteAsync(message, Stop))).Failure);
        Assert.Equal(QueueFailure.LockLost, (await Assert.ThrowsAsync<QueueException>(() => session.ReceiveAsync(NotLong, Stop))).Failure);
        Assert.Equal(QueueFailure.LockLost, (await Assert.ThrowsAsync<QueueException>(() => session.RenewSessionLockAsync(Stop))).Failure);
        Assert.Equal(2, (await next.ReceiveAsync(Broker.Soon, Stop))!.DeliveryCount);
    }

    [Fact]
    public async Task A_renewed_session_outlives_its_lock_duration()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("brief-sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("brief-sessions", Broker.Soon, Stop))!;
        var message = (await session.ReceiveAsync(Broker.Soon, Stop))!;
        var end = session.SessionLockedUntil + TimeSpan.FromMilliseconds(400);
        while (await session.RenewSessionLockAsync(Stop) < end)
        {
        }
        Assert.True(session.SessionLockedUntil >= end);
        await session.CompleteAsync(message, Stop);
    }

    [Fact]
    public async Task No_session_in_time_is_null()
    {
        await using var broker = await Broker.StartAsync();
        Assert.Null(await broker.NewClient().AcceptNextSessionAsync("sessions", NotLong, Stop));
    }

    [Fact]
    public async Task A_wait_for_a_session_that_was_cancelled_keeps_no_session()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        using var impatient = new CancellationTokenSource(NotLong);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AcceptNextSessionAsync("sessions", Broker.Soon, impatient.Token));
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await using var session = await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop);
        Assert.Equal("A", session?.SessionId);
    }
}
