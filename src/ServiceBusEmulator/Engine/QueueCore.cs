using System.Globalization;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Engine;

/// <summary>The rules of a queue. Not safe for two threads: <see cref="QueueEngine"/> calls it one piece of work at a time.</summary>
internal sealed partial class QueueCore : IDisposable
{
    private readonly QueueDefinition _definition;
    private readonly IMessageStore _store;
    private readonly ContentBudget _budget;
    private readonly TimeProvider _time;
    private readonly Action<Action> _post;
    private readonly Deadlines _deadlines;
    private readonly DuplicateWindow _duplicates;
    private readonly SortedDictionary<long, StoredMessage> _live = [];
    private readonly SortedDictionary<long, StoredMessage> _dead = [];
    private readonly Dictionary<Guid, StoredMessage> _locked = [];
    private readonly Dictionary<Consumer, Lane> _lanes = [];
    private readonly Lane _mainLane = new();
    private readonly Lane _deadLane = new();
    private long _lastSequenceNumber;
    private DateTimeOffset _forgetSeenAt;

    public QueueCore(QueueDefinition definition, IMessageStore store, ContentBudget budget, TimeProvider time, Action<Action> post)
    {
        _definition = definition;
        _store = store;
        _budget = budget;
        _time = time;
        _post = post;
        _deadlines = new Deadlines(time, () => post(_deadlines!.RunDue));
        _duplicates = new DuplicateWindow(definition.DuplicateDetectionHistoryTimeWindow);
        Sessions = new SessionTable(this, definition, store, time, _deadlines);
    }

    public SessionTable Sessions { get; }

    private DateTimeOffset Now => _time.GetUtcNow();

    public void Restore(QueueSnapshot snapshot)
    {
        _lastSequenceNumber = snapshot.LastSequenceNumber;
        foreach (var (id, at) in snapshot.Seen)
        {
            _duplicates.Restore(id, at);
        }
        foreach (var (id, state) in snapshot.SessionStates)
        {
            Sessions.SetState(Sessions.LaneOf(id), state);
        }
        foreach (var message in snapshot.Messages)
        {
            Admit(message);
        }
    }

    public void Attach(Consumer consumer, bool deadLetters)
    {
        var lane = deadLetters ? _deadLane : _mainLane;
        Join(consumer, lane);
        Pump(lane);
    }

    public void Join(Consumer consumer, Lane lane)
    {
        _lanes[consumer] = lane;
        lane.Attach(consumer);
    }

    public void Flow(Consumer consumer)
    {
        if (_lanes.TryGetValue(consumer, out var lane))
        {
            Pump(lane);
        }
    }

    public void Detach(Consumer consumer)
    {
        Sessions.CancelWait(consumer);
        if (!_lanes.Remove(consumer, out var lane))
        {
            return;
        }
        lane.Detach(consumer);
        if (lane is SessionLane session && session.Holder == consumer)
        {
            Sessions.Free(session, countAsFailed: false);
        }
    }

    public void Settle(Guid token, Settlement settlement, TaskCompletionSource<bool> answer)
    {
        if (settlement is DeadLetter && _locked.TryGetValue(token, out var held) && held.IsDeadLetter)
        {
            answer.SetException(
                new QueueFaultException(
                    QueueFault.DeadLetterTwice,
                    "A message in a dead-letter queue cannot be dead-lettered: complete it, or abandon it."
                )
            );
            return;
        }
        if (TryUnlock(token) is not { } message)
        {
            answer.SetException(LockLost());
            return;
        }
        switch (settlement)
        {
            case Complete:
                Remove(message, answer);
                break;
            case Abandon abandon:
                message.DeliveryCount++;
                GiveBack(message, abandon.Content, answer);
                break;
            case Defer defer:
                message.State = MessageState.Deferred;
                GiveBack(message, defer.Content, answer);
                break;
            case Release:
                MakeAvailable(message);
                answer.SetResult(true);
                break;
            case DeadLetter buried:
                MoveToDeadLetters(message, buried.Reason, buried.Description, buried.Content, answer);
                break;
            default:
                throw new NotSupportedException(settlement.GetType().Name);
        }
    }

    public byte[]? ContentOf(Guid token) => _locked.TryGetValue(token, out var message) ? View(message, held => held.Content) : null;

    public DateTimeOffset RenewLock(Guid token)
    {
        if (!_locked.TryGetValue(token, out var message) || !Holds(message.Lock!))
        {
            throw LockLost();
        }
        return message.Lock!.Until = Now + _definition.LockDuration;
    }

    public IEnumerable<StoredMessage> Peek(long from, int count, string? sessionId, bool deadLetters) =>
        (deadLetters ? _dead : _live)
            .Values.Where(message =>
                message.SequenceNumber >= from && (sessionId is null || message.SessionId == sessionId) && !HasExpired(message)
            )
            .Take(count);

    public List<T> ReceiveDeferred<T>(IReadOnlyList<long> numbers, bool delete, bool deadLetters, Func<StoredMessage, T> view)
    {
        var found = new List<StoredMessage>(numbers.Count);
        foreach (var number in numbers)
        {
            if (
                !(deadLetters ? _dead : _live).TryGetValue(number, out var message)
                || message.State != MessageState.Deferred
                || message.Lock is not null
            )
            {
                throw new QueueFaultException(
                    QueueFault.MessageNotFound,
                    "A message with the given sequence number was not found, or is locked."
                );
            }
            found.Add(message);
        }
        var views = new List<T>(found.Count);
        foreach (var message in found)
        {
            if (!delete)
            {
                Lock(message, LaneOf(message));
            }
            views.Add(View(message, view));
            if (delete)
            {
                Remove(message, null);
            }
        }
        return views;
    }

    public void CancelScheduled(IReadOnlyList<long> numbers, TaskCompletionSource<bool> answer)
    {
        var found = numbers
            .Select(number => _live.GetValueOrDefault(number))
            .OfType<StoredMessage>()
            .Where(message => message.State == MessageState.Scheduled)
            .ToList();
        if (found.Count != numbers.Count || found.Count == 0)
        {
            answer.SetException(
                new QueueFaultException(QueueFault.MessageNotFound, "A scheduled message with the given sequence number was not found.")
            );
            return;
        }
        for (var i = 0; i < found.Count; i++)
        {
            Remove(found[i], i == found.Count - 1 ? answer : null);
        }
    }

    /// <summary>The ids of the sessions that have messages, in whatever state; each once or more.</summary>
    public IEnumerable<string> SessionsWithMessages() => _live.Values.Select(message => message.SessionId).OfType<string>();

    public (int Live, int DeadLetters) Count() => (_live.Count, _dead.Count);

    public int DeadlineCount => _deadlines.Count;

    public void Dispose() => _deadlines.Dispose();

    /// <summary>Gives out what a lane has, for as long as there is credit.</summary>
    public void Pump(Lane lane)
    {
        while (!lane.IsEmpty && lane.NextConsumer() is { } consumer)
        {
            var message = lane.Take()!;
            if (HasExpired(message))
            {
                Expire(message);
            }
            else if (!TryGive(message, lane, consumer))
            {
                return;
            }
        }
        foreach (var consumer in lane.Consumers)
        {
            consumer.OnPumped(lane.IsEmpty);
        }
    }

    /// <summary>Takes back a message whose lock is gone, under a session that is gone.</summary>
    public void TakeBack(Guid token, bool countAsFailed)
    {
        if (!_locked.Remove(token, out var message))
        {
            return;
        }
        message.Lock = null;
        if (countAsFailed)
        {
            message.DeliveryCount++;
            GiveBack(message, null, null);
        }
        else
        {
            MakeAvailable(message);
        }
    }

    private void Admit(StoredMessage message)
    {
        (message.IsDeadLetter ? _dead : _live).Add(message.SequenceNumber, message);
        Count(message);
        if (message.State == MessageState.Scheduled)
        {
            message.Expiry = _deadlines.Add(message.ScheduledFor!.Value, () => Activate(message));
            return;
        }
        WatchExpiry(message);
        MakeAvailable(message);
    }

    // A scheduled message takes its place in the queue when its time has come: it gets a new number then.
    private void Activate(StoredMessage message)
    {
        if (message.State != MessageState.Scheduled || !_live.Remove(message.SequenceNumber))
        {
            return;
        }
        message.SequenceNumber = ++_lastSequenceNumber;
        message.State = MessageState.Active;
        _live.Add(message.SequenceNumber, message);
        Save(message, null, _ => { });
        WatchExpiry(message);
        MakeAvailable(message);
    }

    private void WatchExpiry(StoredMessage message)
    {
        if (!message.IsDeadLetter)
        {
            message.Expiry = _deadlines.Add(message.ExpiresAt, () => ExpireIfWaiting(message));
        }
    }

    private void ExpireIfWaiting(StoredMessage message)
    {
        if (
            message.IsDeadLetter
            || message.Lock is not null
            || message.State == MessageState.Scheduled
            || !_live.ContainsKey(message.SequenceNumber)
        )
        {
            return;
        }
        LaneOf(message).Remove(message);
        Expire(message);
    }

    // In the dead-letter queue nothing expires.
    private bool HasExpired(StoredMessage message) =>
        !message.IsDeadLetter && message.State != MessageState.Scheduled && message.ExpiresAt <= Now;

    private void Expire(StoredMessage message)
    {
        if (_definition.DeadLetteringOnMessageExpiration)
        {
            MoveToDeadLetters(message, "TTLExpiredException", "The message expired and was dead lettered.", null, null);
        }
        else
        {
            Remove(message, null);
        }
    }

    private void MakeAvailable(StoredMessage message)
    {
        if (message.State != MessageState.Active)
        {
            return;
        }
        if (HasExpired(message))
        {
            Expire(message);
            return;
        }
        var lane = LaneOf(message);
        lane.Add(message);
        if (lane is SessionLane session)
        {
            Sessions.Offer(session);
        }
        else
        {
            Pump(lane);
        }
    }

    private Lane LaneOf(StoredMessage message) =>
        message.IsDeadLetter ? _deadLane
        : _definition.RequiresSession ? Sessions.LaneOf(message.SessionId!)
        : _mainLane;

    private bool TryGive(StoredMessage message, Lane lane, Consumer consumer)
    {
        if (!TryFetch(message, lane))
        {
            lane.Add(message);
            _deadlines.Add(Now + PauseAfterFailedRead, () => Pump(lane));
            return false;
        }
        if (consumer.DeletesOnReceive)
        {
            Remove(message, null);
        }
        else
        {
            Lock(message, lane);
        }
        consumer.Deliver(message);
        if (!consumer.DeletesOnReceive)
        {
            Trim(message);
        }
        return true;
    }

    private void Lock(StoredMessage message, Lane lane)
    {
        var token = Guid.NewGuid();
        if (lane is SessionLane session)
        {
            message.Lock = new MessageLock(token, lane, session.LockedUntil);
            session.Tokens.Add(token);
        }
        else
        {
            message.Lock = new MessageLock(token, lane, Now + _definition.LockDuration);
            message.Lock.Watch = _deadlines.Add(message.Lock.Until, () => CheckLock(token));
        }
        _locked.Add(token, message);
    }

    private void CheckLock(Guid token)
    {
        if (!_locked.TryGetValue(token, out var message))
        {
            return;
        }
        if (Holds(message.Lock!))
        {
            message.Lock!.Watch = _deadlines.Add(message.Lock.Until, () => CheckLock(token));
        }
        else
        {
            TakeBack(token, countAsFailed: true);
        }
    }

    private bool Holds(MessageLock held) => (held.Lane is SessionLane session ? session.LockedUntil : held.Until) > Now;

    private StoredMessage? TryUnlock(Guid token)
    {
        if (!_locked.TryGetValue(token, out var message) || !Holds(message.Lock!))
        {
            return null;
        }
        _locked.Remove(token);
        if (message.Lock!.Lane is SessionLane session)
        {
            session.Tokens.Remove(token);
        }
        _deadlines.Cancel(message.Lock.Watch);
        message.Lock = null;
        return message;
    }

    private void GiveBack(StoredMessage message, byte[]? content, TaskCompletionSource<bool>? answer)
    {
        if (!message.IsDeadLetter && message.State == MessageState.Active && message.DeliveryCount >= _definition.MaxDeliveryCount)
        {
            var description = string.Create(
                CultureInfo.InvariantCulture,
                $"Message could not be consumed after {_definition.MaxDeliveryCount} delivery attempts."
            );
            MoveToDeadLetters(message, "MaxDeliveryCountExceeded", description, content, answer);
            return;
        }
        Save(message, content, failure => Answer(answer, failure));
        MakeAvailable(message);
    }

    private void MoveToDeadLetters(
        StoredMessage message,
        string? reason,
        string? description,
        byte[]? content,
        TaskCompletionSource<bool>? answer
    )
    {
        var (old, oldState) = (message.SequenceNumber, message.State);
        _live.Remove(old);
        _dead.Remove(old);
        _deadlines.Cancel(message.Expiry);
        message.SequenceNumber = ++_lastSequenceNumber;
        (message.IsDeadLetter, message.State, message.DeadLetterReason, message.DeadLetterDescription) = (
            true,
            MessageState.Active,
            reason,
            description
        );
        Save(
            message,
            content,
            failure =>
            {
                _post(() =>
                {
                    if (failure is not null)
                    {
                        (
                            message.IsDeadLetter,
                            message.State,
                            message.SequenceNumber,
                            message.DeadLetterReason,
                            message.DeadLetterDescription
                        ) = (false, oldState, old, null, null);
                    }
                    Admit(message);
                });
                Answer(answer, failure);
            }
        );
        Uncount(message);
    }

    private QueueFaultException LockLost() =>
        _definition.RequiresSession
            ? new QueueFaultException(QueueFault.SessionLockLost, "The session lock has expired. Accept the session again.")
            : new QueueFaultException(
                QueueFault.MessageLockLost,
                "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue."
            );
}
