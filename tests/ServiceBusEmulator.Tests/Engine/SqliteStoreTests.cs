using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;
using ServiceBusEmulator.Storage;

namespace ServiceBusEmulator.Tests.Engine;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store");

    [Fact]
    public async Task All_but_locks_is_there_after_a_restart()
    {
        var definition = new QueueDefinition { Name = "q", RequiresDuplicateDetection = true };
        await using (var store = new SqliteStore(_folder.FullName, survivesPowerLoss: false))
        await using (var queue = new Queue(definition, store))
        {
            var taker = queue.NewTaker(5);
            await queue.SendAsync("completed", "abandoned", "deferred", "dead", "locked");
            await queue.SettledAsync();
            var tokens = taker.Taken.ToDictionary(one => one.Id, one => one.Token);
            await queue.SettleAsync(tokens["completed"], new Complete());
            await queue.SettleAsync(tokens["abandoned"], new Abandon([9]));
            await queue.SettleAsync(tokens["deferred"], new Defer());
            await queue.SettleAsync(tokens["dead"], new DeadLetter("why", "because"));
            await queue.SendAsync(Queue.Message("scheduled", scheduled: queue.Time.GetUtcNow().AddMinutes(1)));
        }

        await using var again = new SqliteStore(_folder.FullName, survivesPowerLoss: false);
        await using var restored = new Queue(definition, again);
        Assert.Equal((4, 1), await restored.Engine.CountAsync());
        var (next, dead) = (restored.NewTaker(5), restored.NewTaker(5, deadLetters: true));
        await restored.SettledAsync();
        Assert.Equal([("abandoned", 1), ("locked", 0)], next.Taken.Select(one => (one.Id, one.DeliveryCount)));
        Assert.Equal([("dead", "why")], dead.Taken.Select(one => (one.Id, one.Reason)));
        Assert.Equal(new byte[] { 9 }, await restored.Engine.GetContentAsync(next.Taken[0].Token));
        Assert.Equal(new long[] { 0 }, await restored.SendAsync("completed"));
        Assert.True((await restored.SendAsync("new"))[0] > 6, "numbers must not be given twice");
        await restored.PassAsync(TimeSpan.FromSeconds(59));
        await restored.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Contains("scheduled", next.Ids);
    }

    [Fact]
    public async Task Sessions_keep_their_order_and_state()
    {
        var definition = new QueueDefinition { Name = "q", RequiresSession = true };
        await using (var store = new SqliteStore(_folder.FullName, survivesPowerLoss: false))
        await using (var queue = new Queue(definition, store))
        {
            for (var i = 0; i < 20; i++)
            {
                await queue.SendAsync(Queue.Message($"{i}", "A"));
            }
            await queue.AcceptAsync("A");
            await queue.Engine.SetSessionStateAsync("A", [7]);
        }

        await using var again = new SqliteStore(_folder.FullName, survivesPowerLoss: false);
        await using var restored = new Queue(definition, again);
        var (_, taker) = await restored.AcceptAsync("A", credit: 20);
        await restored.SettledAsync();
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), taker.Ids);
        Assert.Equal(new byte[] { 7 }, await restored.Engine.GetSessionStateAsync("A"));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
