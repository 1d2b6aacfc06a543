using System.Globalization;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;
using ServiceBusEmulator.Storage;

namespace ServiceBusEmulator.Tests.Engine;

/// <summary>A backlog stays on disk: what is in memory is bounded, and what comes out is what went in.</summary>
public sealed class PagingTests : IDisposable
{
    private const int Size = 1000;
    private const int Bound = 10 * Size;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paging");

    [Fact]
    public async Task A_backlog_takes_no_more_memory_than_allowed_and_comes_out_whole_and_in_order()
    {
        var budget = new ContentBudget(Bound);
        await using var store = NewStore();
        await using var queue = new Queue(null, store, budget);
        await FillAsync(queue, 200);
        Assert.InRange(budget.Held, 0, Bound);
        var taker = new ContentTaker(1000);
        queue.Engine.Attach(taker, deadLetters: false);
        await queue.SettledAsync();
        Assert.Equal(Enumerable.Range(0, 200), taker.Taken.Select(one => one.Number));
        Assert.InRange(budget.Held, 0, Bound);
        foreach (var (_, token) in taker.Taken)
        {
            await queue.Engine.SettleAsync(token, new Complete());
        }
        Assert.Equal(0, budget.Held);
    }

    [Fact]
    public async Task What_was_paged_out_can_be_peeked_deferred_dead_lettered_and_changed()
    {
        var budget = new ContentBudget(0);
        await using var store = NewStore();
        await using var queue = new Queue(null, store, budget);
        await FillAsync(queue, 4);
        Assert.Equal([0, 1, 2, 3], await queue.Engine.PeekAsync(0, 10, null, false, NumberOf));
        var taker = new ContentTaker(4);
        queue.Engine.Attach(taker, deadLetters: false);
        await queue.SettledAsync();
        await queue.SettleAsync(taker.Taken[0].Token, new Defer());
        await queue.SettleAsync(taker.Taken[1].Token, new DeadLetter("why", null));
        await queue.SettleAsync(taker.Taken[2].Token, new Abandon(Content(7)));
        Assert.Equal([0], await queue.Engine.ReceiveDeferredAsync([1], delete: true, deadLetters: false, NumberOf));
        Assert.Equal([1], await queue.Engine.PeekAsync(0, 10, null, true, NumberOf));
        Assert.Equal([7, 3], await queue.Engine.PeekAsync(0, 10, null, false, NumberOf));
        Assert.Equal(0, budget.Held);
    }

    [Fact]
    public async Task A_backlog_is_read_back_within_the_bound_after_a_restart()
    {
        await using (var store = NewStore())
        await using (var queue = new Queue(null, store))
        {
            await FillAsync(queue, 50);
        }
        var budget = new ContentBudget(Bound);
        await using var again = NewStore();
        await using var restored = new Queue(null, again, budget);
        Assert.InRange(budget.Held, 1, Bound);
        Assert.Equal(Enumerable.Range(0, 50), await restored.Engine.PeekAsync(0, 100, null, false, NumberOf));
        Assert.InRange(budget.Held, 1, Bound);
    }

    [Fact]
    public async Task A_queue_keeps_no_timer_of_messages_that_are_done()
    {
        await using var queue = new Queue(
            new QueueDefinition
            {
                Name = "q",
                DefaultMessageTimeToLive = TimeSpan.FromDays(14),
                LockDuration = TimeSpan.FromMinutes(5),
            }
        );
        var taker = queue.NewTaker(int.MaxValue);
        for (var i = 0; i < 10_000; i++)
        {
            await queue.SendAsync(Queue.Message($"{i}", life: TimeSpan.FromDays(1)));
        }
        await queue.SettledAsync();
        foreach (var (_, token, _, _) in taker.Taken)
        {
            await queue.Engine.SettleAsync(token, new Complete());
        }
        Assert.InRange(await queue.Engine.CountDeadlinesAsync(), 0, 4000);
    }

    [Fact]
    public async Task A_queue_keeps_no_timer_of_sessions_that_were_let_go()
    {
        await using var queue = new Queue(new QueueDefinition { Name = "q", RequiresSession = true });
        for (var i = 0; i < 5000; i++)
        {
            var (_, taker) = await queue.AcceptAsync($"{i}");
            queue.Engine.Detach(taker);
        }
        Assert.InRange(await queue.Engine.CountDeadlinesAsync(), 0, 2500);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SqliteStore NewStore() => new(_folder.FullName, survivesPowerLoss: false);

    private static async Task FillAsync(Queue queue, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await queue.SendAsync(new StoredMessage { MessageId = i.ToString(CultureInfo.InvariantCulture), Content = Content(i) });
        }
        await queue.SettledAsync();
    }

    private static byte[] Content(int number)
    {
        var content = new byte[Size];
        BitConverter.TryWriteBytes(content, number);
        return content;
    }

    private static int NumberOf(StoredMessage message) => BitConverter.ToInt32(message.Content);

    private sealed class ContentTaker(int credit) : Consumer
    {
        private int _left = credit;

        public List<(int Number, Guid Token)> Taken { get; } = [];

        public override int Credit => _left;

        public override void Deliver(StoredMessage message)
        {
            _left--;
            Taken.Add((NumberOf(message), message.Lock!.Token));
        }
    }
}
