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
