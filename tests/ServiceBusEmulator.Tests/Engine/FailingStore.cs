using ServiceBusEmulator.Storage;

namespace ServiceBusEmulator.Tests.Engine;

/// <summary>A store that can be told to be full.</summary>
internal sealed class FailingStore : IMessageStore
{
    public bool IsFull { get; set; }

    public QueueSnapshot Load(string queue) => QueueSnapshot.Empty;

    public void Write(StoreChange change, Action<Exception?> done) => done(IsFull ? new IOException("full") : null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
