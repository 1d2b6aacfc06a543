namespace ServiceBusEmulator.Storage;

/// <summary>Keeps nothing: for an emulator that lives as long as its process.</summary>
internal sealed class MemoryStore : IMessageStore
{
    public QueueSnapshot Load(string queue) => QueueSnapshot.Empty;

    public void Write(StoreChange change, Action<Exception?> done) => done(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
