using Microsoft.Extensions.Time.Testing;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;
using ServiceBusEmulator.Storage;

namespace ServiceBusEmulator.Tests.Engine;

/// <summary>A queue engine on a clock that the test moves, with consumers that note what they get.</summary>
internal sealed class Queue : IAsyncDisposable
{
    public Queue(QueueDefinition? definition = null, IMessageStore? store = null, ContentBudget? budget = null) =>
        Engine = new QueueEngine(
            definition ?? new QueueDefinition { Name = "q" },
            store ?? new MemoryStore(),
            budget ?? new ContentBudget(long.MaxValue),
            Time
        );

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddYears(56));

    public QueueEngine Engine { get; }

    public Task<long[]> SendAsync(params string[] ids) => Engine.SendAsync([.. ids.Select(id => Message(id))]);

    public Task<long[]> SendAsync(StoredMessage message) => Engine.SendAsync([message]);

    public static StoredMessage Message(string id, string? session = null, TimeSpan? life = null, DateTimeOffset? scheduled = null) =>
        new()
        {
            MessageId = id,
            SessionId = session,
            Content = [1, 2, 3],
            TimeToLive = life,
            ScheduledFor = scheduled,
        };

    /// <summary>Adds a consumer with so much credit.</summary>
    public Taker NewTaker(int credit, bool deadLetters = false)
    {
        var taker = new Taker(credit);
        Engine.Attach(taker, deadLetters);
        return taker;
    }

    /// <summary>Locks a session, and takes from it with so much credit.</summary>
    public async Task<(SessionLane Session, Taker Taker)> AcceptAsync(string? id, int credit = 10)
    {
        var taker = new Taker(credit);
        var session = await Engine.AcceptSessionAsync(id, TimeSpan.FromSeconds(5), taker);
        Engine.Flow(taker);
        return (session, taker);
    }

    /// <summary>Settles, and waits until what that makes available was given out.</summary>
    public async Task SettleAsync(Guid token, Settlement settlement)
    {
        await Engine.SettleAsync(token, settlement);
        await SettledAsync();
    }

    /// <summary>Waits until all that was asked before is done.</summary>
    public async Task SettledAsync()
    {
        await Engine.CountAsync();
        await Engine.CountAsync();
    }

    public async Task PassAsync(TimeSpan time)
    {
        await SettledAsync();
        Time.Advance(time);
        await SettledAsync();
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}

/// <summary>Notes what it is given.</summary>
internal sealed class Taker(int credit) : Consumer
{
    private int _left = credit;

    public List<(string Id, Guid Token, int DeliveryCount, string? Reason)> Taken { get; } = [];

    public bool LostSession { get; private set; }

    public override int Credit => _left;

    public IEnumerable<string> Ids => Taken.Select(one => one.Id);

    public void More(int credit) => _left += credit;

    public override void Deliver(StoredMessage message)
    {
        _left--;
        Taken.Add((message.MessageId, message.Lock!.Token, message.DeliveryCount, message.DeadLetterReason));
    }

    public override void OnSessionLost() => LostSession = true;
}
