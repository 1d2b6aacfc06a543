using Hub.Archief;

namespace Hub.Functions.Tests.Shared;

/// <summary>The real archive, which counts how often something is read out of it.</summary>
internal sealed class CountingArchief(IArchief real) : IArchief
{
    private int _reads;

    public int Reads => _reads;

    public Task<Stream> ReadAsync(ArchiefReference place, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return real.ReadAsync(place, cancellation);
    }

    public IArchiefUpload Begin(ArchiefReference staging) => real.Begin(staging);

    public Task<bool> StoreAsync(
        ArchiefReference place,
        ReadOnlyMemory<byte> content,
        ArchiefProperties properties,
        CancellationToken cancellation
    ) => real.StoreAsync(place, content, properties, cancellation);

    public Task RemoveAsync(ArchiefReference place, CancellationToken cancellation) => real.RemoveAsync(place, cancellation);

    public IAsyncEnumerable<string> ContainersAsync(string prefix, CancellationToken cancellation) =>
        real.ContainersAsync(prefix, cancellation);

    public IAsyncEnumerable<StoredBlob> ListAsync(string container, CancellationToken cancellation) =>
        real.ListAsync(container, cancellation);

    public Task ProbeAsync(CancellationToken cancellation) => real.ProbeAsync(cancellation);
}
