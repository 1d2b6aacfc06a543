using Hub.Archief;

namespace Hub.Functions.Tests.Flow;

/// <summary>The real archive, but the process dies just before or after it stores an upload.</summary>
internal sealed class DyingArchief(IArchief real, bool isStored) : IArchief
{
    public IArchiefUpload Begin(ArchiefReference staging) => new DyingUpload(real.Begin(staging), isStored);

    public Task<bool> StoreAsync(
        ArchiefReference place,
        ReadOnlyMemory<byte> content,
        ArchiefProperties properties,
        CancellationToken cancellation
    ) => real.StoreAsync(place, content, properties, cancellation);

    public Task<Stream> ReadAsync(ArchiefReference place, CancellationToken cancellation) => real.ReadAsync(place, cancellation);

    public Task RemoveAsync(ArchiefReference place, CancellationToken cancellation) => real.RemoveAsync(place, cancellation);

    public IAsyncEnumerable<string> ContainersAsync(string prefix, CancellationToken cancellation) =>
        real.ContainersAsync(prefix, cancellation);

    public IAsyncEnumerable<StoredBlob> ListAsync(string container, CancellationToken cancellation) =>
        real.ListAsync(container, cancellation);

    public Task ProbeAsync(CancellationToken cancellation) => real.ProbeAsync(cancellation);

    private sealed class DyingUpload(IArchiefUpload upload, bool isStored) : IArchiefUpload
    {
        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => upload.WriteAsync(bytes, cancellation);

        public async Task<bool> StoreAsync(ArchiefReference place, ArchiefProperties properties, CancellationToken cancellation)
        {
            if (isStored)
            {
                await upload.StoreAsync(place, properties, cancellation);
            }
            throw new KilledException();
        }

        // A process that dies disposes nothing.
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
