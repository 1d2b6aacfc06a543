namespace ServiceBusEmulator.Engine;

/// <summary>Keeps queues over a restart. Changes are applied, and answered, in the order given.</summary>
internal interface IMessageStore : IAsyncDisposable
{
    /// <summary>Whether content that was written can be read back, so that it need not stay in memory.</summary>
    bool KeepsContent { get; }

    /// <summary>What was kept of a queue, with at most <paramref name="room"/> bytes of content; what doesn't fit is paged out.</summary>
    QueueSnapshot Load(string queue, long room);

    /// <summary>Gives messages that are paged out their content.</summary>
    /// <exception cref="QueueFaultException">It could not be read.</exception>
    void ReadContent(string queue, IReadOnlyList<StoredMessage> messages);

    /// <summary>Writes one change whole or not at all, then calls <paramref name="done"/>, with null when the change is safe.</summary>
    void Write(StoreChange change, Action<Exception?> done);
}
