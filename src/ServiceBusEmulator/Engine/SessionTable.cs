using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Engine;

/// <summary>The sessions of a queue: who holds which, who waits for one, and what each remembers.</summary>
internal sealed class SessionTable(QueueCore core, QueueDefinition definition, IMessageStore store, TimeProvider time, Deadlines deadlines)
{
    private readonly Dictionary<string, SessionLane> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<SessionLane> _line = new();
    private readonly LinkedList<Waiter> _waiters = new();

    public SessionLane LaneOf(string id)
    {
        if (!_sessions.TryGetValue(id, out var session))
        {
            _sessions.Add(id, session = new SessionLane(id));
        }
        return session;
    }

    public void Accept(string? id, TimeSpan wait, Consumer consumer, TaskCompletionSource<SessionLane> answer)
    {
        if (!definition.RequiresSession)
        {
            answer.SetException(
                new QueueFaultException(
                    QueueFault.SessionNotAllowed,
                    "A session receiver cannot be opened on a queue that does not require sessions."
                )
            );
            return;
        }
        if (id is not null)
        {
            var session = LaneOf(id);
            if (session.Holder is not null)
            {
                answer.SetException(
                    new QueueFaultException(
                        QueueFault.SessionCannotBeLocked,
                        "The requested session cannot be accepted. It may be locked by another receiver."
                    )
                );
            }
            else
            {
                Grant(session, consumer, answer);
            }
            return;
        }
        if (NextInLine() is { } next)
        {
            Grant(next, consumer, answer);
            return;
        }
        var waiter = _waiters.AddLast(new Waiter(consumer, answer));
        waiter.Value.End = deadlines.Add(time.GetUtcNow() + wait, () => GiveUp(waiter));
    }

    /// <summary>A session has something to give: to its holder, else to who waits longest, else it joins the line.</summary>
    public void Offer(SessionLane session)
    {
        if (session.Holder is not null)
        {
            core.Pump(session);
        }
        else if (session.IsEmpty)
        {
            Forget(session);
        }
        else if (_waiters.First is { } first)
        {
            _waiters.RemoveFirst();
            deadlines.Cancel(first.Value.End);
            Grant(session, first.Value.Consumer, first.Value.Answer);
        }
        else if (!session.InLine)
        {
            session.InLine = true;
            _line.Enqueue(session);
        }
    }

    /// <summary>Ends a hold; messages given out under it are available again.</summary>
    public void Free(SessionLane session, bool countAsFailed)
    {
        var tokens = session.Tokens.ToArray();
        session.Tokens.Clear();
        // Or it would keep the holder's link until the lock had run out.
        deadlines.Cancel(session.Watch);
        // Held by nobody in particular until all messages are back, so that they are given out again in order.
        foreach (var token in tokens)
        {
            core.TakeBack(token, countAsFailed);
        }
        session.Holder = null;
        Offer(session);
    }

    public void CancelWait(Consumer consumer)
    {
        for (var node = _waiters.First; node is not null; node = node.Next)
        {
            if (node.Value.Consumer != consumer)
            {
                continue;
            }
            _waiters.Remove(node);
            deadlines.Cancel(node.Value.End);
            return;
        }
    }

    public DateTimeOffset Renew(string id) => Held(id).LockedUntil = time.GetUtcNow() + definition.LockDuration;

    public SessionLane Held(string id) =>
        _sessions.TryGetValue(id, out var session) && session.Holder is not null && session.LockedUntil > time.GetUtcNow()
            ? session
            : throw new QueueFaultException(QueueFault.SessionLockLost, "The session lock has expired. Accept the session again.");

    public void SetState(string id, byte[]? state, TaskCompletionSource<bool> answer)
    {
        try
        {
            SetState(Held(id), state);
        }
        catch (QueueFaultException fault)
        {
            answer.SetException(fault);
            return;
        }
        store.Write(
            new SetSessionState(definition.Name, id, state),
            failure =>
            {
                if (failure is null)
                {
                    answer.SetResult(true);
                }
                else
                {
                    answer.SetException(
                        new QueueFaultException(QueueFault.StorageFailed, "The emulator could not write to its storage.", failure)
                    );
                }
            }
        );
    }

    public IReadOnlyList<string> List(DateTimeOffset? stateSetAfter, int skip, int top)
    {
        var withState = _sessions
            .Values.Where(session => session.State is not null && session.StateSetAt > (stateSetAfter ?? DateTimeOffset.MinValue))
            .Select(session => session.Id);
        var all = stateSetAfter is null ? withState.Union(core.SessionsWithMessages()) : withState;
        return [.. all.Order(StringComparer.Ordinal).Skip(skip).Take(top)];
    }

    /// <summary>Sets the state of a session, without storing it.</summary>
    public void SetState(SessionLane session, byte[]? state) => (session.State, session.StateSetAt) = (state, time.GetUtcNow());

    private void Grant(SessionLane session, Consumer consumer, TaskCompletionSource<SessionLane> answer)
    {
        session.Holder = consumer;
        session.LockedUntil = time.GetUtcNow() + definition.LockDuration;
        core.Join(consumer, session);
        Watch(session, consumer);
        answer.SetResult(session);
    }

    private void Watch(SessionLane session, Consumer consumer) =>
        session.Watch = deadlines.Add(
            session.LockedUntil,
            () =>
            {
                if (session.Holder != consumer)
                {
                    return;
                }
                if (session.LockedUntil > time.GetUtcNow())
                {
                    Watch(session, consumer);
                    return;
                }
                session.Detach(consumer);
                Free(session, countAsFailed: true);
                consumer.OnSessionLost();
            }
        );

    private SessionLane? NextInLine()
    {
        while (_line.TryDequeue(out var session))
        {
            session.InLine = false;
            if (session.Holder is null && !session.IsEmpty)
            {
                return session;
            }
        }
        return null;
    }

    private void GiveUp(LinkedListNode<Waiter> waiter)
    {
        if (waiter.List is null)
        {
            return;
        }
        _waiters.Remove(waiter);
        waiter.Value.Answer.SetException(
            new QueueFaultException(QueueFault.NoSessionInTime, "No session with messages became available in time.")
        );
    }

    private void Forget(SessionLane session)
    {
        if (session.State is null && !session.InLine)
        {
            _sessions.Remove(session.Id);
        }
    }

    private sealed record Waiter(Consumer Consumer, TaskCompletionSource<SessionLane> Answer)
    {
        public Deadline? End { get; set; }
    }
}
