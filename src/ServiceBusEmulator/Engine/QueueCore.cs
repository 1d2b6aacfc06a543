using System.Globalization;
using ServiceBusEmulator.Storage;

namespace ServiceBusEmulator.Engine;

/// <summary>The rules of a queue. Not safe for two threads: <see cref="QueueEngine"/> calls it one piece of work at a time.</summary>
internal sealed partial class QueueCore : IDisposable
{
    private readonly QueueDefinition definition;
    private readonly IMessageStore store;
    private readonly TimeProvider time;
    private readonly Action<Action> post;
    private readonly Deadlines deadlines;
    private readonly DuplicateWindow duplicates;
    private readonly SortedDictionary<long, StoredMessage> live = [];
    private readonly SortedDictionary<long, StoredMessage> dead = [];
    private readonly Dictionary<Guid, StoredMessage> locked = [];
    private readonly Dictionary<Consumer, Lane> lanes = [];
    private readonly Lane mainLane = new();
    private readonly Lane deadLane = new();
    private long lastSequenceNumber;
    private DateTimeOffset forgetSeenAt;

    public QueueCore(QueueDefinition definition, IMessageStore store, TimeProvider time, Action<Action> post)
    {
        this.definition = definition;
        this.store = store;
        this.time = time;
        this.post = post;
        deadlines = new Deadlines(time, () => post(deadlines!.RunDue));
        duplicates = new DuplicateWindow(definition.DuplicateDetectionHistoryTimeWindow);
        Sessions = new SessionTable(this, definition, store, time, deadlines);
    }

    public SessionTable Sessions { get; }

    private DateTimeOffset Now => time.GetUtcNow();

    public void Restore(QueueSnapshot snapshot)
    {
        lastSequenceNumber = snapshot.LastSequenceNumber;
        foreach (var (id, at) in snapshot.Seen)
            duplicates.Restore(id, at);
        foreach (var (id, state) in snapshot.SessionStates)
            Sessions.LaneOf(id).State = state;
        foreach (var message in snapshot.Messages)
            Admit(message);
    }

    public void Attach(Consumer consumer, bool deadLetters)
    {
        var lane = deadLetters ? deadLane : mainLane;
        Join(consumer, lane);
        Pump(lane);
    }

    public void Join(Consumer consumer, Lane lane)
    {
        lanes[consumer] = lane;
        lane.Attach(consumer);
    }

    public void Flow(Consumer consumer)
    {
        if (lanes.TryGetValue(consumer, out var lane))
            Pump(lane);
    }

    public void Detach(Consumer consumer)
    {
        Sessions.CancelWait(consumer);
        if (!lanes.Remove(consumer, out var lane))
            return;
        lane.Detach(consumer);
        if (lane is SessionLane session && session.Holder == consumer)
            Sessions.Free(session, countAsFailed: false);
    }

    public void Settle(Guid token, Settlement settlement, TaskCompletionSource<bool> answer)
    {
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

    public byte[]? ContentOf(Guid token) => locked.TryGetValue(token, out var message) ? message.Content : null;

    public DateTimeOffset RenewLock(Guid token)
    {
        if (!locked.TryGetValue(token, out var message) || !Holds(message.Lock!))
            throw LockLost();
        return message.Lock!.Until = Now + definition.LockDuration;
    }

    public IEnumerable<StoredMessage> Peek(long from, int count, string? sessionId, bool deadLetters)
        => (deadLetters ? dead : live).Values
            .Where(message => message.SequenceNumber >= from && (sessionId is null || message.SessionId == sessionId) && !HasExpired(message))
            .Take(count);

    public IEnumerable<StoredMessage> ReceiveDeferred(IReadOnlyList<long> numbers, bool delete, bool deadLetters)
    {
        var found = new List<StoredMessage>(numbers.Count);
        foreach (var number in numbers)
        {
            if (!(deadLetters ? dead : live).TryGetValue(number, out var message) || message.State != MessageState.Deferred || message.Lock is not null)
                throw new QueueFaultException(QueueFault.MessageNotFound, "A message with the given sequence number was not found, or is locked.");
            found.Add(message);
        }
        foreach (var message in found)
        {
            if (delete)
                Remove(message, null);
            else
                Lock(message, LaneOf(message));
        }
        return found;
    }

    public void CancelScheduled(IReadOnlyList<long> numbers, TaskCompletionSource<bool> answer)
    {
        var found = numbers.Select(number => live.GetValueOrDefault(number)).OfType<StoredMessage>().Where(message => message.State == MessageState.Scheduled).ToList();
        if (found.Count != numbers.Count || found.Count == 0)
        {
            answer.SetException(new QueueFaultException(QueueFault.MessageNotFound, "A scheduled message with the given sequence number was not found."));
            return;
        }
        for (var i = 0; i < found.Count; i++)
            Remove(found[i], i == found.Count - 1 ? answer : null);
    }

    public (int Live, int DeadLetters) Count() => (live.Count, dead.Count);

    public void Dispose() => deadlines.Dispose();

    /// <summary>Gives out what a lane has, for as long as there is credit.</summary>
    public void Pump(Lane lane)
    {
        while (!lane.IsEmpty && lane.NextConsumer() is { } consumer)
        {
            var message = lane.Take()!;
            if (HasExpired(message))
                Expire(message);
            else
                Give(message, lane, consumer);
        }
        if (!lane.IsEmpty)
            return;
        foreach (var consumer in lane.Consumers)
            consumer.OnDry();
    }

    /// <summary>Takes back a message whose lock is gone, under a session that is gone.</summary>
    public void TakeBack(Guid token, bool countAsFailed)
    {
        if (!locked.Remove(token, out var message))
            return;
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
        (message.IsDeadLetter ? dead : live).Add(message.SequenceNumber, message);
        if (message.State == MessageState.Scheduled)
        {
            deadlines.Add(message.ScheduledFor!.Value, () => Activate(message));
            return;
        }
        WatchExpiry(message);
        MakeAvailable(message);
    }

    // A scheduled message takes its place in the queue when its time has come: it gets a new number then.
    private void Activate(StoredMessage message)
    {
        if (message.State != MessageState.Scheduled || !live.Remove(message.SequenceNumber))
            return;
        var old = message.SequenceNumber;
        message.SequenceNumber = ++lastSequenceNumber;
        message.State = MessageState.Active;
        live.Add(message.SequenceNumber, message);
        Save(message, old, null, _ => { });
        WatchExpiry(message);
        MakeAvailable(message);
    }

    private void WatchExpiry(StoredMessage message)
    {
        if (!message.IsDeadLetter)
            deadlines.Add(message.ExpiresAt, () => ExpireIfWaiting(message));
    }

    private void ExpireIfWaiting(StoredMessage message)
    {
        if (message.IsDeadLetter || message.Lock is not null || message.State == MessageState.Scheduled || !live.ContainsKey(message.SequenceNumber))
            return;
        LaneOf(message).Remove(message);
        Expire(message);
    }

    // In the dead-letter queue nothing expires.
    private bool HasExpired(StoredMessage message) => !message.IsDeadLetter && message.State != MessageState.Scheduled && message.ExpiresAt <= Now;

    private void Expire(StoredMessage message)
    {
        if (definition.DeadLetteringOnMessageExpiration)
            MoveToDeadLetters(message, "TTLExpiredException", "The message expired and was dead lettered.", null, null);
        else
            Remove(message, null);
    }

    private void MakeAvailable(StoredMessage message)
    {
        if (message.State != MessageState.Active)
            return;
        if (HasExpired(message))
        {
            Expire(message);
            return;
        }
        var lane = LaneOf(message);
        lane.Add(message);
        if (lane is SessionLane session)
            Sessions.Offer(session);
        else
            Pump(lane);
    }

    private Lane LaneOf(StoredMessage message)
        => message.IsDeadLetter ? deadLane : definition.RequiresSession ? Sessions.LaneOf(message.SessionId!) : mainLane;

    private void Give(StoredMessage message, Lane lane, Consumer consumer)
    {
        if (consumer.DeletesOnReceive)
            Remove(message, null);
        else
            Lock(message, lane);
        consumer.Deliver(message);
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
            message.Lock = new MessageLock(token, lane, Now + definition.LockDuration);
            deadlines.Add(message.Lock.Until, () => CheckLock(token));
        }
        locked.Add(token, message);
    }

    private void CheckLock(Guid token)
    {
        if (!locked.TryGetValue(token, out var message))
            return;
        if (Holds(message.Lock!))
            deadlines.Add(message.Lock!.Until, () => CheckLock(token));
        else
            TakeBack(token, countAsFailed: true);
    }

    private bool Holds(MessageLock held) => (held.Lane is SessionLane session ? session.LockedUntil : held.Until) > Now;

    private StoredMessage? TryUnlock(Guid token)
    {
        if (!locked.TryGetValue(token, out var message) || !Holds(message.Lock!))
            return null;
        locked.Remove(token);
        if (message.Lock!.Lane is SessionLane session)
            session.Tokens.Remove(token);
        message.Lock = null;
        return message;
    }

    private void GiveBack(StoredMessage message, byte[]? content, TaskCompletionSource<bool>? answer)
    {
        if (!message.IsDeadLetter && message.State == MessageState.Active && message.DeliveryCount >= definition.MaxDeliveryCount)
        {
            var description = string.Create(CultureInfo.InvariantCulture, $"Message could not be consumed after {definition.MaxDeliveryCount} delivery attempts.");
            MoveToDeadLetters(message, "MaxDeliveryCountExceeded", description, content, answer);
            return;
        }
        Save(message, message.SequenceNumber, content, failure => Answer(answer, failure));
        MakeAvailable(message);
    }

    private void MoveToDeadLetters(StoredMessage message, string? reason, string? description, byte[]? content, TaskCompletionSource<bool>? answer)
    {
        var (old, oldState) = (message.SequenceNumber, message.State);
        live.Remove(old);
        dead.Remove(old);
        message.SequenceNumber = ++lastSequenceNumber;
        (message.IsDeadLetter, message.State, message.DeadLetterReason, message.DeadLetterDescription) = (true, MessageState.Active, reason, description);
        Save(message, old, content, failure =>
        {
            post(() =>
            {
                if (failure is not null)
                    (message.IsDeadLetter, message.State, message.SequenceNumber, message.DeadLetterReason, message.DeadLetterDescription) = (false, oldState, old, null, null);
                Admit(message);
            });
            Answer(answer, failure);
        });
    }

    private void Save(StoredMessage message, long oldNumber, byte[]? content, Action<Exception?> done)
    {
        message.Content = content ?? message.Content;
        store.Write(
            new Update(
                definition.Name, oldNumber, message.SequenceNumber, message.EnqueuedAt, message.DeliveryCount, message.State, message.IsDeadLetter,
                message.DeadLetterReason, message.DeadLetterDescription, content),
            done);
    }

    private void Remove(StoredMessage message, TaskCompletionSource<bool>? answer)
    {
        var index = message.IsDeadLetter ? dead : live;
        index.Remove(message.SequenceNumber);
        store.Write(new Delete(definition.Name, message.SequenceNumber), failure =>
        {
            // What could not be removed is still there, and must be given out again.
            if (failure is not null && answer is not null)
                post(() => Admit(message));
            Answer(answer, failure);
        });
    }

    private static void Answer(TaskCompletionSource<bool>? answer, Exception? failure)
    {
        if (failure is null)
            answer?.SetResult(true);
        else
            answer?.SetException(NotStored(failure));
    }

    private static QueueFaultException NotStored(Exception failure)
        => new(QueueFault.StorageFailed, "The emulator could not write to its storage.", failure);

    private QueueFaultException LockLost()
        => definition.RequiresSession
            ? new QueueFaultException(QueueFault.SessionLockLost, "The session lock has expired. Accept the session again.")
            : new QueueFaultException(QueueFault.MessageLockLost, "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.");
}
