using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Engine;

public sealed class SessionTests
{
    private static readonly QueueDefinition Definition = new() { Name = "q", RequiresSession = true };

    [Fact]
    public async Task A_session_has_one_holder_until_it_is_freed()
    {
        await using var queue = new Queue(Definition);
        await queue.SendAsync(Queue.Message("1", "A"));
        var (_, holder) = await queue.AcceptAsync("A");
        var fault = await Assert.ThrowsAsync<QueueFaultException>(() => queue.AcceptAsync("A"));
        Assert.Equal(QueueFault.SessionCannotBeLocked, fault.Fault);
        queue.Engine.Detach(holder);
        var (_, next) = await queue.AcceptAsync("A");
        await queue.SettledAsync();
        Assert.Equal([("1", 0)], next.Taken.Select(one => (one.Id, one.DeliveryCount)));
    }

    [Fact]
    public async Task Order_within_a_session_holds_over_a_change_of_holder()
    {
        await using var queue = new Queue(Definition);
        for (var i = 0; i < 5; i++)
        {
            await queue.SendAsync(Queue.Message($"{i}", "A"));
        }
        var (_, first) = await queue.AcceptAsync("A", credit: 3);
        await queue.SettledAsync();
        await queue.SettleAsync(first.Taken[0].Token, new Complete());
        queue.Engine.Detach(first);
        var (_, second) = await queue.AcceptAsync(null);
        await queue.SettledAsync();
        Assert.Equal(["1", "2", "3", "4"], second.Ids);
    }

    [Fact]
    public async Task The_next_session_is_free_and_has_messages()
    {
        await using var queue = new Queue(Definition);
        await queue.SendAsync(Queue.Message("1", "A"));
        await queue.SendAsync(Queue.Message("2", "B"));
        var (first, _) = await queue.AcceptAsync(null);
        var (second, _) = await queue.AcceptAsync(null);
        Assert.Equal(["A", "B"], new[] { first.Id, second.Id });
        var third = queue.AcceptAsync(null);
        await queue.PassAsync(TimeSpan.FromSeconds(6));
        Assert.Equal(QueueFault.NoSessionInTime, (await Assert.ThrowsAsync<QueueFaultException>(() => third)).Fault);
    }

    [Fact]
    public async Task Who_waits_longest_gets_the_session_that_comes_free()
    {
        await using var queue = new Queue(Definition);
        var (first, second) = (queue.AcceptAsync(null), queue.AcceptAsync(null));
        await queue.SendAsync(Queue.Message("1", "A"));
        Assert.Equal("A", (await first).Session.Id);
        Assert.False(second.IsCompleted);
        await queue.SendAsync(Queue.Message("2", "B"));
        Assert.Equal("B", (await second).Session.Id);
    }

    [Fact]
    public async Task A_session_lock_that_ran_out_is_lost_with_all_its_messages()
    {
        await using var queue = new Queue(Definition);
        await queue.SendAsync(Queue.Message("1", "A"));
        var (_, holder) = await queue.AcceptAsync("A");
        await queue.PassAsync(TimeSpan.FromSeconds(61));
        Assert.True(holder.LostSession);
        var fault = await Assert.ThrowsAsync<QueueFaultException>(() => queue.Engine.SettleAsync(holder.Taken[0].Token, new Complete()));
        Assert.Equal(QueueFault.SessionLockLost, fault.Fault);
        await Assert.ThrowsAsync<QueueFaultException>(() => queue.Engine.RenewSessionLockAsync("A"));
        var (_, next) = await queue.AcceptAsync("A");
        await queue.SettledAsync();
        Assert.Equal([("1", 1)], next.Taken.Select(one => (one.Id, one.DeliveryCount)));
    }

    [Fact]
    public async Task A_renewed_session_keeps_its_messages()
    {
        await using var queue = new Queue(Definition);
        await queue.SendAsync(Queue.Message("1", "A"));
        var (_, holder) = await queue.AcceptAsync("A");
        for (var i = 0; i < 3; i++)
        {
            await queue.PassAsync(TimeSpan.FromSeconds(50));
            await queue.Engine.RenewSessionLockAsync("A");
        }
        await queue.SettleAsync(holder.Taken[0].Token, new Complete());
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task Ten_thousand_sessions_are_each_given_once()
    {
        await using var queue = new Queue(Definition);
        for (var i = 0; i < 10_000; i += 100)
        {
            await queue.Engine.SendAsync([.. Enumerable.Range(i, 100).Select(n => Queue.Message($"{n}", $"s{n}"))]);
        }
        var ids = new HashSet<string>();
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(ids.Add((await queue.AcceptAsync(null)).Session.Id));
        }
    }

    [Fact]
    public async Task A_message_without_a_session_id_is_refused()
    {
        await using var queue = new Queue(Definition);
        var fault = await Assert.ThrowsAsync<QueueFaultException>(() => queue.SendAsync("a"));
        Assert.Equal(QueueFault.SessionRequired, fault.Fault);
    }
}
