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
