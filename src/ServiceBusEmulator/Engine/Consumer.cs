namespace ServiceBusEmulator.Engine;

/// <summary>Takes messages from one lane of a queue. All members are called on the queue's own thread of work.</summary>
internal abstract class Consumer
{
    /// <summary>Whether messages are gone once given (receive-and-delete).</summary>
    public virtual bool DeletesOnReceive => false;

    /// <summary>How many messages it takes now; giving one lowers it.</summary>
    public abstract int Credit { get; }

    /// <summary>Gives a message; its lock is set unless the consumer deletes on receive.</summary>
    public abstract void Deliver(StoredMessage message);

    /// <summary>
    /// What could be given now was given; <paramref name="isDry"/> says that nothing more is available, though there may be credit left.
    /// </summary>
    public virtual void OnPumped(bool isDry) { }

    /// <summary>The session was taken away, because its lock ended.</summary>
    public virtual void OnSessionLost() { }
}
