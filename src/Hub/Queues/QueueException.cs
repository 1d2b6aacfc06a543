namespace Hub.Queues;

/// <summary>A queue operation that failed; the message names the queue and the condition, never content.</summary>
public sealed class QueueException(QueueFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What can be done about it.</summary>
    public QueueFailure Failure { get; } = failure;
}
