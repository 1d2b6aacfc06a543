namespace Hub.Queues;

/// <summary>Receives the messages of one session in order: the lock is on the session, and covers every message received from it.</summary>
public interface ISessionReceiver : IReceiver
{
    /// <summary>The session that it holds.</summary>
    string SessionId { get; }

    /// <summary>When the lock of the session ends (UTC), as last heard.</summary>
    DateTimeOffset SessionLockedUntil { get; }

    /// <summary>Extends the lock of the session; gives the new end (UTC). A lost lock is an error.</summary>
    Task<DateTimeOffset> RenewSessionLockAsync(CancellationToken cancellation);
}
