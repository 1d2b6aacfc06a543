using Hub.Archief;

namespace Hub.Functions.Tests.Stroom;

/// <summary>The real archive, but the process dies just before or after it stores an upload.</summary>
internal sealed class DyingArchief(IArchief real, bool isStored) : IArchief
{
    public IArchiefUpload Begin(ArchiefVerwijzing staging) => new DyingUpload(real.Begin(staging), isStored);

    public Task<bool> BewaarAsync(ArchiefVerwijzing plaats, ReadOnlyMemory<byte> inhoud, ArchiefKenmerken kenmerken, CancellationToken cancellation) =>
        real.BewaarAsync(plaats, inhoud, kenmerken, cancellation);

    public Task<Stream> LeesAsync(ArchiefVerwijzing plaats, CancellationToken cancellation) => real.LeesAsync(plaats, cancellation);

    public Task VerwijderAsync(ArchiefVerwijzing plaats, CancellationToken cancellation) => real.VerwijderAsync(plaats, cancellation);

    public IAsyncEnumerable<string> ContainersAsync(string prefix, CancellationToken cancellation) => real.ContainersAsync(prefix, cancellation);

    public IAsyncEnumerable<StoredBlob> ListAsync(string container, CancellationToken cancellation) => real.ListAsync(container, cancellation);

    public Task PeilAsync(CancellationToken cancellation) => real.PeilAsync(cancellation);

    private sealed class DyingUpload(IArchiefUpload upload, bool isStored) : IArchiefUpload
    {
        public ValueTask SchrijfAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => upload.SchrijfAsync(bytes, cancellation);

        public async Task<bool> BewaarAsync(ArchiefVerwijzing plaats, ArchiefKenmerken kenmerken, CancellationToken cancellation)
        {
            if (isStored) await upload.BewaarAsync(plaats, kenmerken, cancellation);
            throw new GedoodException();
        }

        // A process that dies disposes nothing.
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
