using System.Threading.Channels;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Engine;

/// <summary>One queue with its dead-letter queue. Safe for any thread: all work is done one piece at a time, in the order asked.</summary>
internal sealed class QueueEngine : IAsyncDisposable
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly QueueCore _core;
    private readonly Task _working;

    public QueueEngine(QueueDefinition definition, IMessageStore store, ContentBudget budget, TimeProvider time)
    {
        Definition = definition;
        _core = new QueueCore(definition, store, budget, time, Post);
        _core.Restore(store.Load(definition.Name, budget.Room));
        _working = Task.Run(WorkAsync);
    }

    public QueueDefinition Definition { get; }

    /// <summary>Stores messages and gives their numbers, in order; 0 for one that was seen before. All are stored or none.</summary>
    public Task<long[]> SendAsync(IReadOnlyList<StoredMessage> messages)
    {
        var answer = NewAnswer<long[]>();
        Post(() => _core.Send(messages, answer));
        return answer.Task;
    }

    /// <summary>Lets a consumer take from the queue, or from its dead-letter queue.</summary>
    public void Attach(Consumer consumer, bool deadLetters) => Post(() => _core.Attach(consumer, deadLetters));

    /// <summary>The consumer has other credit, or became ready to take.</summary>
    public void Flow(Consumer consumer) => Post(() => _core.Flow(consumer));

    /// <summary>The consumer is gone; a session it holds is free, messages it holds outside a session stay locked.</summary>
    public void Detach(Consumer consumer) => Post(() => _core.Detach(consumer));

    /// <summary>
    /// Locks a session for a consumer: the one named, or the next that has messages, waiting for that at most <paramref name="wait"/>.
    /// </summary>
    public Task<SessionLane> AcceptSessionAsync(string? sessionId, TimeSpan wait, Consumer consumer)
    {
        var answer = NewAnswer<SessionLane>();
        Post(() => _core.Sessions.Accept(sessionId, wait, consumer, answer));
        return answer.Task;
    }

    /// <summary>Settles the message locked under <paramref name="token"/>; completes when that is stored.</summary>
    public Task SettleAsync(Guid token, Settlement settlement)
    {
        var answer = NewAnswer<bool>();
        Post(() => _core.Settle(token, settlement, answer));
        return answer.Task;
    }

    /// <summary>The content of a locked message, to be changed while settling it; null when the lock is lost.</summary>
    public Task<byte[]?> GetContentAsync(Guid token) => AskAsync(() => _core.ContentOf(token));

    /// <summary>Extends a message lock; gives its new end.</summary>
    public Task<DateTimeOffset> RenewLockAsync(Guid token) => AskAsync(() => _core.RenewLock(token));

    /// <summary>Extends a session lock; gives its new end.</summary>
    public Task<DateTimeOffset> RenewSessionLockAsync(string sessionId) => AskAsync(() => _core.Sessions.Renew(sessionId));

    /// <summary>The state of a locked session.</summary>
    public Task<byte[]?> GetSessionStateAsync(string sessionId) => AskAsync(() => _core.Sessions.Held(sessionId).State);

    /// <summary>Sets the state of a locked session; completes when that is stored.</summary>
    public Task SetSessionStateAsync(string sessionId, byte[]? state)
    {
        var answer = NewAnswer<bool>();
        Post(() => _core.Sessions.SetState(sessionId, state, answer));
        return answer.Task;
    }

    /// <summary>The ids of sessions that have messages or state, in order; with a time, of those whose state was set after it.</summary>
    public Task<IReadOnlyList<string>> ListSessionsAsync(DateTimeOffset? stateSetAfter, int skip, int top) =>
        AskAsync(() => _core.Sessions.List(stateSetAfter, skip, top));

    /// <summary>What <paramref name="view"/> makes of messages from a number on, without locking them.</summary>
    public Task<List<T>> PeekAsync<T>(long from, int count, string? sessionId, bool deadLetters, Func<StoredMessage, T> view) =>
        AskAsync(() => _core.Peek(from, count, sessionId, deadLetters).Select(message => _core.View(message, view)).ToList());

    /// <summary>
    /// Locks deferred messages by their numbers, or takes them away when <paramref name="delete"/> is set; gives what
    /// <paramref name="view"/> makes of them.
    /// </summary>
    public Task<List<T>> ReceiveDeferredAsync<T>(IReadOnlyList<long> numbers, bool delete, bool deadLetters, Func<StoredMessage, T> view) =>
        AskAsync(() => _core.ReceiveDeferred(numbers, delete, deadLetters, view));

    /// <summary>Removes scheduled messages by their numbers; completes when that is stored.</summary>
    public Task CancelScheduledAsync(IReadOnlyList<long> numbers)
    {
        var answer = NewAnswer<bool>();
        Post(() => _core.CancelScheduled(numbers, answer));
        return answer.Task;
    }

    /// <summary>How many messages there are, in whatever state.</summary>
    public Task<(int Live, int DeadLetters)> CountAsync() => AskAsync(_core.Count);

    /// <summary>How many timers there are for its messages.</summary>
    public Task<int> CountDeadlinesAsync() => AskAsync(() => _core.DeadlineCount);

    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _working.ConfigureAwait(false);
        _core.Dispose();
    }

    private void Post(Action action) => _work.Writer.TryWrite(action);

    private Task<T> AskAsync<T>(Func<T> question)
    {
        var answer = NewAnswer<T>();
        Post(() =>
        {
            try
            {
                answer.SetResult(question());
            }
            catch (QueueFaultException fault)
            {
                answer.SetException(fault);
            }
        });
        return answer.Task;
    }

    private static TaskCompletionSource<T> NewAnswer<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WorkAsync()
    {
        await foreach (var action in _work.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            action();
        }
    }
}
