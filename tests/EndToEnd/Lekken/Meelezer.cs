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
        new Ontvanger(await queues.OpenReceiverAsync(queue, deadLetters, cancellation), _gelezen);

    public async Task<IQueueReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation) =>
        await queues.AcceptNextSessionAsync(queue, maxWait, cancellation) is { } ontvanger ? new Ontvanger(ontvanger, _gelezen) : null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Ontvanger(IQueueReceiver ontvanger, ConcurrentQueue<QueueMessage> gelezen) : IQueueReceiver
    {
        public string? SessionId => ontvanger.SessionId;

        public DateTimeOffset? SessionLockedUntil => ontvanger.SessionLockedUntil;

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

        public Task<DateTimeOffset> RenewLockAsync(ReceivedMessage? message, CancellationToken cancellation) =>
            ontvanger.RenewLockAsync(message, cancellation);

        public ValueTask DisposeAsync() => ontvanger.DisposeAsync();
    }
}
