using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Storage;

/// <summary>Keeps nothing: for an emulator that lives as long as its process.</summary>
internal sealed class MemoryStore : IMessageStore
{
    public bool KeepsContent => false;

    public QueueSnapshot Load(string queue, long room) => QueueSnapshot.Empty;

    public void ReadContent(string queue, IReadOnlyList<StoredMessage> messages) => throw new NotSupportedException();

    public void Write(StoreChange change, Action<Exception?> done) => done(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
