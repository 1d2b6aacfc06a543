namespace ServiceBusEmulator.Engine;

/// <summary>
/// Messages that are given out in order, and who takes them: a queue without sessions, a dead-letter queue, or one session.
/// </summary>
internal class Lane
{
    private static readonly Comparer<StoredMessage> BySequence = Comparer<StoredMessage>.Create(
        (a, b) => a.SequenceNumber.CompareTo(b.SequenceNumber)
    );

    private readonly SortedSet<StoredMessage> _available = new(BySequence);
    private readonly List<Consumer> _consumers = [];
    private int _turn;

    /// <summary>What waits to be given out, in order.</summary>
    public IEnumerable<StoredMessage> Waiting => _available;

    public bool IsEmpty => _available.Count == 0;

    public IReadOnlyList<Consumer> Consumers => _consumers;

    public void Add(StoredMessage message) => _available.Add(message);

    public void Remove(StoredMessage message) => _available.Remove(message);

    public void Attach(Consumer consumer) => _consumers.Add(consumer);

    public bool Detach(Consumer consumer) => _consumers.Remove(consumer);

    public StoredMessage? Take()
    {
        var first = _available.Min;
        if (first is not null)
        {
            _available.Remove(first);
        }
        return first;
    }

    /// <summary>The next consumer in turn that has credit.</summary>
    public Consumer? NextConsumer()
    {
        for (var tried = 0; tried < _consumers.Count; tried++)
        {
            _turn = (_turn + 1) % _consumers.Count;
            if (_consumers[_turn].Credit > 0)
            {
                return _consumers[_turn];
            }
        }
        return null;
    }
}

/// <summary>One session: its messages, its state and who holds its lock.</summary>
internal sealed class SessionLane(string id) : Lane
{
    public string Id { get; } = id;

    public byte[]? State { get; set; }

    /// <summary>When the state was last set (UTC), as far as this process knows: at its start for what it found in the store.</summary>
    public DateTimeOffset StateSetAt { get; set; }

    public Consumer? Holder { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>What ends the hold when its lock runs out.</summary>
    public Deadline? Watch { get; set; }

    /// <summary>The messages given out under the session lock, by lock token.</summary>
    public HashSet<Guid> Tokens { get; } = [];

    /// <summary>Whether it waits in the line of sessions that anyone may take.</summary>
    public bool InLine { get; set; }
}
