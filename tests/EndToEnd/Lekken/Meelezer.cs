using System.Collections.Concurrent;
using Hub.Queues;

namespace EndToEnd.Lekken;

/// <summary>Keeps every message that is received through it.</summary>
public sealed class Meelezer(IQueueClient queues) : IQueueClient
{
    private readonly ConcurrentQueue<QueueMessage> _gelezen = [];

    public IReadOnlyCollection<QueueMessage> Gelezen => _gelezen;

    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation) => queues.SendAsync(queue, message, cancellation);

    public Task<long> GetMaxMessageSizeAsync(string queue, CancellationToken cancellation) => queues.GetMaxMessageSizeAsync(queue, cancellation);

    public async Task<IQueueReceiver> OpenReceiverAsync(string queue, bool deadLetters, CancellationToken cancellation) =>
        new QueueOntvanger(await queues.OpenReceiverAsync(queue, deadLetters, cancellation), _gelezen);

    public async Task<ISessionReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation) =>
        await queues.AcceptNextSessionAsync(queue, maxWait, cancellation) is { } ontvanger ? new Sessieontvanger(ontvanger, _gelezen) : null;

    public async Task<ISessionReceiver> AcceptSessionAsync(string queue, string sessionId, CancellationToken cancellation) =>
        new Sessieontvanger(await queues.AcceptSessionAsync(queue, sessionId, cancellation), _gelezen);

    public Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation) =>
        queues.PeekDeadLettersAsync(queue, max, cancellation);

    public IAsyncEnumerable<string> ListMessageIdsAsync(string queue, CancellationToken cancellation) => queues.ListMessageIdsAsync(queue, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private abstract class Ontvanger(IReceiver ontvanger, ConcurrentQueue<QueueMessage> gelezen) : IReceiver
    {
        public async Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation)
        {
            var bericht = await ontvanger.ReceiveAsync(maxWait, cancellation);
            if (bericht is not null) gelezen.Enqueue(bericht.Message);
            return bericht;
        }

        public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation) => ontvanger.CompleteAsync(message, cancellation);

        public Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation) => ontvanger.AbandonAsync(message, cancellation);

        public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation) =>
            ontvanger.DeadLetterAsync(message, reason, description, cancellation);

        public ValueTask DisposeAsync() => ontvanger.DisposeAsync();
    }

    private sealed class QueueOntvanger(IQueueReceiver ontvanger, ConcurrentQueue<QueueMessage> gelezen) : Ontvanger(ontvanger, gelezen), IQueueReceiver
    {
        private readonly IQueueReceiver _ontvanger = ontvanger;

        public Task<DateTimeOffset> RenewLockAsync(ReceivedMessage message, CancellationToken cancellation) => _ontvanger.RenewLockAsync(message, cancellation);
    }

    private sealed class Sessieontvanger(ISessionReceiver ontvanger, ConcurrentQueue<QueueMessage> gelezen) : Ontvanger(ontvanger, gelezen), ISessionReceiver
    {
        private readonly ISessionReceiver _ontvanger = ontvanger;

        public string SessionId => _ontvanger.SessionId;

        public DateTimeOffset SessionLockedUntil => _ontvanger.SessionLockedUntil;

        public Task<DateTimeOffset> RenewSessionLockAsync(CancellationToken cancellation) => _ontvanger.RenewSessionLockAsync(cancellation);
    }
}
