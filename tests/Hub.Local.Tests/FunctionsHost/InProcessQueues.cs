using Hub.Queues;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>
/// Queues in memory with what a peek-lock broker does: locks that expire, delivery counts, sessions with one holder, dead letters after
/// too many deliveries.
/// </summary>
internal sealed class InProcessQueues(TimeProvider time) : IQueueClient
{
    private readonly TimeProvider _time = time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, InProcessQueue> _queues = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public InProcessQueue Create(string name, bool sessions, TimeSpan? lockDuration = null, int maxDeliveryCount = 10)
    {
        var queue = new InProcessQueue(name, sessions, lockDuration ?? TimeSpan.FromSeconds(30), maxDeliveryCount);
        lock (_gate)
            _queues.Add(name, queue);
        return queue;
    }

    /// <summary>Waits until the queue holds no messages, locked or not.</summary>
    public Task WhenEmptyAsync(InProcessQueue queue) => WaitAsync(() => queue.Messages.Count == 0 ? queue : null, null, Deadline.Token);

    public Task WhenDeadLetteredAsync(InProcessQueue queue) =>
        WaitAsync(() => queue.DeadLetters.Count > 0 ? queue : null, null, Deadline.Token);

    /// <summary>Waits until <paramref name="condition"/> holds; looked at after every change of a queue.</summary>
    public Task WhenAsync(Func<bool> condition) => WaitAsync(() => condition() ? this : null, null, Deadline.Token);

    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation)
    {
        Change(() => Find(queue).Add(message, _time.GetUtcNow()));
        return Task.CompletedTask;
    }

    public Task<long> GetMaxMessageSizeAsync(string queue, CancellationToken cancellation) => Task.FromResult(256L * 1024);

    public Task<IQueueReceiver> OpenReceiverAsync(string queue, bool deadLetters, CancellationToken cancellation) =>
        Task.FromResult<IQueueReceiver>(new QueueReceiver(this, Find(queue)));

    public async Task<ISessionReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation)
    {
        var found = Find(queue);
        var session = await WaitAsync(() => found.LockSession(_time.GetUtcNow()), maxWait, cancellation);
        return session is null ? null : new SessionReceiver(this, found, session);
    }

    public Task<ISessionReceiver> AcceptSessionAsync(string queue, string sessionId, CancellationToken cancellation) =>
        throw new NotSupportedException("The host takes the next session, never one by its id.");

    public Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<DeadLetter>>(
                [.. _queues[queue].DeadLetters.Take(max).Select(entry => new DeadLetter(entry.Message.MessageId, null, entry.SequenceNumber, entry.Enqueued))]);
        }
    }

    public IAsyncEnumerable<string> ListMessageIdsAsync(string queue, CancellationToken cancellation)
    {
        lock (_gate)
            return _queues[queue].Messages.Select(entry => entry.Message.MessageId).ToArray().ToAsyncEnumerable();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private InProcessQueue Find(string name)
    {
        lock (_gate)
            return _queues.GetValueOrDefault(name) ?? throw new QueueException(QueueFailure.NotFound, $"queue {name} does not exist");
    }

    private void Change(Action action)
    {
        TaskCompletionSource previous;
        lock (_gate)
        {
            action();
            previous = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        previous.TrySetResult();
    }

    private async Task<T?> WaitAsync<T>(Func<T?> attempt, TimeSpan? maxWait, CancellationToken cancellation)
        where T : class
    {
        using var limit = new CancellationTokenSource(maxWait ?? Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task next;
            TimeSpan expiry;
            lock (_gate)
            {
                if (attempt() is { } found)
                    return found;
                next = _changed.Task;
                var locks = _queues.Values.SelectMany(queue => queue.LockEnds).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
                expiry = locks == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : locks - _time.GetUtcNow();
            }

            if (limit.IsCancellationRequested)
                return null;
            using var nextExpiry = new CancellationTokenSource(
                expiry == Timeout.InfiniteTimeSpan || expiry > TimeSpan.Zero ? expiry : TimeSpan.FromMilliseconds(1), _time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(either.Token, nextExpiry.Token);
            await next.WaitAsync(any.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private abstract class Receiver(InProcessQueues owner, InProcessQueue queue, SessionLock? session) : IReceiver
    {
        private readonly HashSet<Guid> _held = [];

        public async Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation) =>
            await owner.WaitAsync(
                () =>
                {
                    var message = queue.Lock(session, owner._time.GetUtcNow());
                    if (message is not null)
                        _held.Add(message.LockToken);
                    return message;
                },
                maxWait,
                cancellation);

        public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation) =>
            Settle(message, entry => queue.Messages.Remove(entry));

        public Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation) =>
            Settle(message, queue.Release);

        public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation) =>
            Settle(message, queue.DeadLetter);

        public ValueTask DisposeAsync()
        {
            owner.Change(() => queue.GiveBack(session, _held));
            return ValueTask.CompletedTask;
        }

        protected Task<DateTimeOffset> RenewAsync(Func<DateTimeOffset, DateTimeOffset> renew)
        {
            DateTimeOffset until = default;
            owner.Change(() => until = renew(owner._time.GetUtcNow()));
            return Task.FromResult(until);
        }

        private Task Settle(ReceivedMessage message, Action<QueueEntry> settle)
        {
            owner.Change(() =>
            {
                settle(queue.Held(message.LockToken, session, owner._time.GetUtcNow()));
                _held.Remove(message.LockToken);
            });
            return Task.CompletedTask;
        }
    }

    private sealed class QueueReceiver(InProcessQueues owner, InProcessQueue queue) : Receiver(owner, queue, null), IQueueReceiver
    {
        private readonly InProcessQueue _from = queue;

        public Task<DateTimeOffset> RenewLockAsync(ReceivedMessage message, CancellationToken cancellation) =>
            RenewAsync(now => _from.Renew(message.LockToken, now));
    }

    private sealed class SessionReceiver(InProcessQueues owner, InProcessQueue queue, SessionLock session) : Receiver(owner, queue, session), ISessionReceiver
    {
        private readonly InProcessQueue _from = queue;
        private readonly SessionLock _held = session;

        public string SessionId => _held.Id;

        public DateTimeOffset SessionLockedUntil => _held.Until;

        public Task<DateTimeOffset> RenewSessionLockAsync(CancellationToken cancellation) => RenewAsync(now => _from.Renew(_held, now));
    }
}
