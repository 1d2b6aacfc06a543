using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Tests.Engine;

/// <summary>A store that can be told to be full.</summary>
internal sealed class FailingStore : IMessageStore
{
    public bool IsFull { get; set; }

    public bool KeepsContent => false;

    public QueueSnapshot Load(string queue, long room) => QueueSnapshot.Empty;

    public void ReadContent(string queue, IReadOnlyList<StoredMessage> messages) => throw new NotSupportedException();

    public void Write(StoreChange change, Action<Exception?> done) => done(IsFull ? new IOException("full") : null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
