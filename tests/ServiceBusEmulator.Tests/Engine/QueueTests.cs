using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Engine;

public sealed class QueueTests
{
    [Fact]
    public async Task The_same_id_is_queued_once_within_the_window_and_again_after_it()
    {
        await using var queue = new Queue(new QueueDefinition { Name = "q", RequiresDuplicateDetection = true });
        Assert.Equal(new long[] { 1, 0, 2 }, await queue.SendAsync("a", "a", "b"));
        await queue.PassAsync(TimeSpan.FromMinutes(9));
        Assert.Equal(new long[] { 0 }, await queue.SendAsync("a"));
        await queue.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(new long[] { 3 }, await queue.SendAsync("a"));
        Assert.Equal((3, 0), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task A_completed_message_is_still_a_duplicate()
    {
        await using var queue = new Queue(new QueueDefinition { Name = "q", RequiresDuplicateDetection = true });
        var taker = queue.NewTaker(5);
        await queue.SendAsync("a");
        await queue.SettledAsync();
        await queue.SettleAsync(taker.Taken[0].Token, new Complete());
        await queue.SendAsync("a");
        await queue.SettledAsync();
        Assert.Single(taker.Taken);
    }

    [Fact]
    public async Task A_scheduled_message_waits_for_its_time_and_takes_its_place_then()
    {
        await using var queue = new Queue();
        var taker = queue.NewTaker(5);
        await queue.SendAsync(Queue.Message("later", scheduled: queue.Time.GetUtcNow().AddSeconds(30)));
        await queue.SendAsync("now");
        await queue.SettledAsync();
        Assert.Equal(["now"], taker.Ids);
        await queue.PassAsync(TimeSpan.FromSeconds(31));
        Assert.Equal(["now", "later"], taker.Ids);
    }

    [Fact]
    public async Task An_expired_message_goes_where_the_queue_says()
    {
        await using var keeps = new Queue(new QueueDefinition { Name = "q", DeadLetteringOnMessageExpiration = true });
        await using var drops = new Queue();
        foreach (var queue in new[] { keeps, drops })
        {
            await queue.SendAsync(Queue.Message("old", life: TimeSpan.FromSeconds(10)));
            await queue.PassAsync(TimeSpan.FromSeconds(11));
        }
        Assert.Equal((0, 1), await keeps.Engine.CountAsync());
        Assert.Equal((0, 0), await drops.Engine.CountAsync());
        var dead = keeps.NewTaker(1, deadLetters: true);
        await keeps.SettledAsync();
        Assert.Equal("TTLExpiredException", dead.Taken[0].Reason);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_and_the_rest_of_its_batch_too()
    {
        await using var queue = new Queue(new QueueDefinition { Name = "q", MaxMessageSizeInKilobytes = 1 });
        var large = new StoredMessage { MessageId = "large", Content = new byte[1025] };
        var fault = await Assert.ThrowsAsync<QueueFaultException>(() => queue.Engine.SendAsync([Queue.Message("small"), large]));
        Assert.Equal(QueueFault.TooLarge, fault.Fault);
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
    }

    [Fact]
    public async Task Consumers_take_turns()
    {
        await using var queue = new Queue();
        var (first, second) = (queue.NewTaker(5), queue.NewTaker(5));
        await queue.SendAsync("a", "b", "c", "d");
        await queue.SettledAsync();
        Assert.Equal((2, 2), (first.Taken.Count, second.Taken.Count));
    }

    [Fact]
    public async Task A_deferred_message_comes_only_by_its_number()
    {
        await using var queue = new Queue();
        var taker = queue.NewTaker(5);
        var number = (await queue.SendAsync("a"))[0];
        await queue.SettledAsync();
        await queue.SettleAsync(taker.Taken[0].Token, new Defer());
        await queue.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Single(taker.Taken);
        var token = (await queue.Engine.ReceiveDeferredAsync([number], delete: false, deadLetters: false, message => message.Lock!.Token))[
            0
        ];
        await Assert.ThrowsAsync<QueueFaultException>(() => queue.Engine.ReceiveDeferredAsync([number], false, false, message => message));
        await queue.SettleAsync(token, new Complete());
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
    }
}
