using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Engine;

public sealed class FullStorageTests
{
    [Fact]
    public async Task A_message_that_cannot_be_stored_is_refused_and_may_be_sent_again()
    {
        await using var store = new FailingStore();
        await using var queue = new Queue(new QueueDefinition { Name = "q", RequiresDuplicateDetection = true }, store);
        store.IsFull = true;
        await RefusedAsync(() => queue.SendAsync("a"));
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
        store.IsFull = false;
        await queue.SendAsync("a");
        Assert.Equal((1, 0), await queue.Engine.CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_cannot_be_removed_or_moved_is_given_again(bool complete)
    {
        await using var store = new FailingStore();
        await using var queue = new Queue(null, store);
        await queue.SendAsync("a");
        var taker = queue.NewTaker(2);
        await queue.SettledAsync();
        store.IsFull = true;
        await RefusedAsync(() => queue.Engine.SettleAsync(taker.Taken[0].Token, complete ? new Complete() : new DeadLetter("why", null)));
        store.IsFull = false;
        await queue.SettledAsync();
        Assert.Equal(["a", "a"], taker.Ids);
        await queue.Engine.SettleAsync(taker.Taken[1].Token, new Complete());
        Assert.Equal((0, 0), await queue.Engine.CountAsync());
    }

    private static async Task RefusedAsync(Func<Task> operation) =>
        Assert.Equal(QueueFault.StorageFailed, (await Assert.ThrowsAsync<QueueFaultException>(operation)).Fault);
}
