using Hub.Queues;

namespace Hub.Functions.Tests.Flow;

/// <summary>The real queues, but the process dies before it sends.</summary>
internal sealed class DyingQueues(IQueueClient real) : IQueueClient
{
    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation) => throw new KilledException();

    public Task<bool> FitsAsync(string queue, long bodyBytes, CancellationToken cancellation) =>
        real.FitsAsync(queue, bodyBytes, cancellation);

    public Task ProbeAsync(string queue, CancellationToken cancellation) => real.ProbeAsync(queue, cancellation);

    public IAsyncEnumerable<string> ListMessageIdsAsync(string queue, CancellationToken cancellation) =>
        real.ListMessageIdsAsync(queue, cancellation);

    public Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation) =>
        real.PeekDeadLettersAsync(queue, max, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
