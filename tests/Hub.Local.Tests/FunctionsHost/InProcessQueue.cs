using Hub.Queues;

namespace Hub.Local.Tests.FunctionsHost;

internal sealed class QueueEntry(QueueMessage message, long sequenceNumber, DateTimeOffset enqueued)
{
    public QueueMessage Message { get; } = message;

    public long SequenceNumber { get; } = sequenceNumber;

    public DateTimeOffset Enqueued { get; } = enqueued;

    public int Deliveries { get; set; }

    public Guid? LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }
}

internal sealed class SessionLock(string id, DateTimeOffset until)
{
    public string Id { get; } = id;

    public DateTimeOffset Until { get; set; } = until;
}

/// <summary>One queue's messages and locks; <see cref="InProcessQueues"/> guards it.</summary>
internal sealed class InProcessQueue(string name, bool sessions, TimeSpan lockDuration, int maxDeliveryCount)
{
    private readonly Dictionary<string, SessionLock> _sessionLocks = [];
    private long _last;

    public List<QueueEntry> Messages { get; } = [];

    public List<QueueEntry> DeadLetters { get; } = [];

    public int Renewals { get; private set; }

    /// <summary>How often a session was locked.</summary>
    public int SessionsAccepted { get; private set; }

    public IEnumerable<DateTimeOffset> LockEnds =>
        sessions
            ? _sessionLocks.Values.Select(held => held.Until)
            : Messages.Where(entry => entry.LockToken is not null).Select(entry => entry.LockedUntil);

    public void Add(QueueMessage message, DateTimeOffset now)
    {
        if (sessions && message.SessionId is null)
            throw new QueueException(QueueFailure.Permanent, $"queue {name} asks a session");
        Messages.Add(new QueueEntry(message, ++_last, now));
    }

    public SessionLock? LockSession(DateTimeOffset now)
    {
        ExpireLocks(now);
        var free = Messages.Select(entry => entry.Message.SessionId!).FirstOrDefault(id => !_sessionLocks.ContainsKey(id));
        if (free is null)
            return null;
        SessionsAccepted++;
        return _sessionLocks[free] = new SessionLock(free, now + lockDuration);
    }

    public ReceivedMessage? Lock(SessionLock? session, DateTimeOffset now)
    {
        ExpireLocks(now);
        if (session is not null)
            Check(session);
        var entry = Messages.Find(entry => entry.LockToken is null && entry.Message.SessionId == session?.Id);
        if (entry is null)
            return null;
        entry.LockToken = Guid.NewGuid();
        entry.LockedUntil = session?.Until ?? now + lockDuration;
        return new ReceivedMessage
        {
            Message = entry.Message,
            LockToken = entry.LockToken.Value,
            LockedUntil = entry.LockedUntil,
            DeliveryCount = ++entry.Deliveries,
            SequenceNumber = entry.SequenceNumber,
            EnqueuedTime = entry.Enqueued,
        };
    }

    public QueueEntry Held(Guid token, SessionLock? session, DateTimeOffset now)
    {
        ExpireLocks(now);
        if (session is not null)
            Check(session);
        return Messages.Find(entry => entry.LockToken == token) ?? throw new QueueException(QueueFailure.LockLost, "message lock lost");
    }

    public DateTimeOffset Renew(Guid token, DateTimeOffset now)
    {
        var entry = Held(token, null, now);
        Renewals++;
        return entry.LockedUntil = now + lockDuration;
    }

    public DateTimeOffset Renew(SessionLock session, DateTimeOffset now)
    {
        ExpireLocks(now);
        Check(session);
        Renewals++;
        return session.Until = now + lockDuration;
    }

    public void Release(QueueEntry entry)
    {
        entry.LockToken = null;
        if (entry.Deliveries >= maxDeliveryCount)
            DeadLetter(entry);
    }

    public void DeadLetter(QueueEntry entry)
    {
        Messages.Remove(entry);
        DeadLetters.Add(entry);
    }

    /// <summary>What a closed receiver did not settle is free again, and so is its session.</summary>
    public void GiveBack(SessionLock? session, IReadOnlyCollection<Guid> held)
    {
        foreach (var entry in Messages.Where(entry => entry.LockToken is { } token && held.Contains(token)).ToList())
            Release(entry);
        if (session is not null && _sessionLocks.GetValueOrDefault(session.Id) == session)
            _sessionLocks.Remove(session.Id);
    }

    private void ExpireLocks(DateTimeOffset now)
    {
        foreach (var ended in _sessionLocks.Values.Where(held => held.Until <= now).ToList())
        {
            _sessionLocks.Remove(ended.Id);
            foreach (var entry in Messages.Where(entry => entry.LockToken is not null && entry.Message.SessionId == ended.Id).ToList())
                Release(entry);
        }

        if (sessions)
            return;
        foreach (var entry in Messages.Where(entry => entry.LockToken is not null && entry.LockedUntil <= now).ToList())
            Release(entry);
    }

    private void Check(SessionLock session)
    {
        if (_sessionLocks.GetValueOrDefault(session.Id) != session)
            throw new QueueException(QueueFailure.LockLost, "session lock lost");
    }
}
