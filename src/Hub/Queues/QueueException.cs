namespace Hub.Queues;

/// <summary>What can be done about a failed queue operation.</summary>
public enum QueueFailure
{
    /// <summary>Transient: the same call may succeed later.</summary>
    Retry,

    /// <summary>Permanent: the same call will fail again.</summary>
    Permanent,

    /// <summary>The token or key was refused.</summary>
    Unauthorized,

    /// <summary>The encoded message is larger than the queue accepts.</summary>
    TooLarge,

    /// <summary>The queue does not exist.</summary>
    NotFound,
}

/// <summary>A queue operation that failed; the message names the queue and the condition, never content.</summary>
public sealed class QueueException(QueueFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What can be done about it.</summary>
    public QueueFailure Failure { get; } = failure;
}
