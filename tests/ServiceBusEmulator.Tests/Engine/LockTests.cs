using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Engine;

public sealed class LockTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_message_is_given_once_while_its_lock_holds()
    {
        await using var queue = new Queue();
        await queue.SendAsync("a");
        var (first, second) = (queue.NewTaker(5), queue.NewTaker(5));
        await queue.PassAsync(Minute - TimeSpan.FromSeconds(1));
        Assert.Equal(["a"], first.Ids.Concat(second.Ids));
    }

    [Fact]
    public async Task A_lock_that_ran_out_gives_the_message_again_and_counts()
    {
        await using var queue = new Queue();
        await queue.SendAsync("a");
        var taker = queue.NewTaker(5);
        await queue.PassAsync(Minute + TimeSpan.FromSeconds(1));
        Assert.Equal([0, 1], taker.Taken.Select(one => one.DeliveryCount));
        var fault = await Assert.ThrowsAsync<QueueFaultException>(() => queue.Engine.SettleAsync(taker.Taken[0].Token, new Complete()));
        Assert.Equal(QueueFault.MessageLockLost, fault.Fault);
        await queue.SettleAsync(taker.Taken[1].Token, new Complete());
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task A_renewed_lock_holds_from_then_on()
    {
        await using var queue = new Queue();
        await queue.SendAsync("a");
        var taker = queue.NewTaker(5);
        for (var i = 0; i < 3; i++)
        {
            await queue.PassAsync(TimeSpan.FromSeconds(50));
            Assert.Equal(queue.Time.GetUtcNow() + Minute, await queue.Engine.RenewLockAsync(taker.Taken[0].Token));
        }
        await queue.SettleAsync(taker.Taken[0].Token, new Complete());
        Assert.Single(taker.Taken);
    }

    [Fact]
    public async Task The_lock_of_a_consumer_that_left_runs_on()
    {
        await using var queue = new Queue();
        await queue.SendAsync("a");
        var gone = queue.NewTaker(1);
        await queue.SettledAsync();
        queue.Engine.Detach(gone);
        var next = queue.NewTaker(1);
        await queue.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(next.Taken);
        await queue.SettleAsync(gone.Taken[0].Token, new Complete());
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task Abandoning_counts_and_releasing_does_not_guess()
    {
        await using var queue = new Queue();
        await queue.SendAsync("a");
        var taker = queue.NewTaker(3);
        await queue.SettledAsync();
        await queue.SettleAsync(taker.Taken[0].Token, new Release());
        await queue.SettleAsync(taker.Taken[1].Token, new Abandon());
        Assert.Equal([0, 0, 1], taker.Taken.Select(one => one.DeliveryCount));
    }

    [Fact]
    public async Task After_MaxDeliveryCount_failures_a_message_is_a_dead_letter_with_the_reason()
    {
        await using var queue = new Queue(new QueueDefinition { Name = "q", MaxDeliveryCount = 3 });
        await queue.SendAsync("poison");
        var taker = queue.NewTaker(10);
        await queue.SettledAsync();
        for (var i = 0; i < 2; i++)
        {
            await queue.SettleAsync(taker.Taken[i].Token, new Abandon());
        }
        await queue.PassAsync(Minute + TimeSpan.FromSeconds(1));
        Assert.Equal(3, taker.Taken.Count);
        var dead = queue.NewTaker(1, deadLetters: true);
        await queue.SettledAsync();
        Assert.Equal([("poison", "MaxDeliveryCountExceeded")], dead.Taken.Select(one => (one.Id, one.Reason)));
        Assert.Equal((0, 1), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task A_dead_letter_stays_however_often_it_fails()
    {
        await using var queue = new Queue(new QueueDefinition { Name = "q", MaxDeliveryCount = 1 });
        await queue.SendAsync("a");
        var taker = queue.NewTaker(1);
        await queue.SettledAsync();
        await queue.SettleAsync(taker.Taken[0].Token, new DeadLetter("why", "because"));
        var dead = queue.NewTaker(5, deadLetters: true);
        await queue.SettledAsync();
        for (var i = 0; i < 4; i++)
        {
            await queue.SettleAsync(dead.Taken[i].Token, new Abandon());
        }
        Assert.All(dead.Taken, one => Assert.Equal("why", one.Reason));
        Assert.Equal((0, 1), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task A_settled_message_cannot_be_settled_again()
    {
        await using var queue = new Queue();
        await queue.SendAsync("a");
        var taker = queue.NewTaker(1);
        await queue.SettledAsync();
        await queue.SettleAsync(taker.Taken[0].Token, new Complete());
        await Assert.ThrowsAsync<QueueFaultException>(() => queue.Engine.SettleAsync(taker.Taken[0].Token, new Complete()));
    }
}
