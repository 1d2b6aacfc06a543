using System.Buffers;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;

namespace Hub.Azure.Blob;

/// <summary>One upload: what fits in a buffer goes up in one call, more as blocks, of which one is on its way while the next fills.</summary>
internal sealed class BlobUpload(BlobArchief archief, Func<ArchiefVerwijzing> plaatsKeuze) : IArchiefUpload
{
    internal const int Blokgrootte = 1024 * 1024;

    private readonly List<string> _blokken = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Blokgrootte);
    private int _gevuld;
    private Task _onderweg = Task.CompletedTask;
    private ArchiefVerwijzing? _plaats;
    private BlockBlobClient? _blob;

    public async ValueTask SchrijfAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            if (_gevuld == Blokgrootte) await StuurBlokAsync(cancellation).ConfigureAwait(false);
            var deel = bytes[..Math.Min(bytes.Length, Blokgrootte - _gevuld)];
            deel.CopyTo(_buffer.AsMemory(_gevuld));
            _gevuld += deel.Length;
            bytes = bytes[deel.Length..];
        }
    }

    public async Task<ArchiefVerwijzing> VastleggenAsync(ArchiefKenmerken kenmerken, CancellationToken cancellation)
    {
        var blob = await OpenAsync().ConfigureAwait(false);
        if (_blokken.Count == 0)
        {
            using var inhoud = new MemoryStream(_buffer, 0, _gevuld, writable: false);
            var opties = new BlobUploadOptions { HttpHeaders = BlobArchief.Koppen(), Metadata = BlobArchief.Metadata(kenmerken) };
            await Opslagfouten.Vertaal("archief: opslaan", stop => blob.UploadAsync(inhoud, opties, stop), cancellation).ConfigureAwait(false);
            return _plaats!;
        }

        if (_gevuld > 0) await StuurBlokAsync(cancellation).ConfigureAwait(false);
        await _onderweg.ConfigureAwait(false);
        var vast = new CommitBlockListOptions { HttpHeaders = BlobArchief.Koppen(), Metadata = BlobArchief.Metadata(kenmerken) };
        await Opslagfouten.Vertaal("archief: vastleggen", stop => blob.CommitBlockListAsync(_blokken, vast, stop), cancellation).ConfigureAwait(false);
        return _plaats!;
    }

    // Blocks that were never committed cannot be read, and the storage drops them after a week.
    public async ValueTask DisposeAsync()
    {
        await _onderweg.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Geef(_buffer);
        _buffer = [];
    }

    private async Task StuurBlokAsync(CancellationToken cancellation)
    {
        var blob = await OpenAsync().ConfigureAwait(false);
        await _onderweg.ConfigureAwait(false);
        var (vol, lengte) = (_buffer, _gevuld);
        (_buffer, _gevuld) = (ArrayPool<byte>.Shared.Rent(Blokgrootte), 0);
        var id = Convert.ToBase64String(BitConverter.GetBytes(_blokken.Count));
        _blokken.Add(id);
        _onderweg = StuurAsync(blob, id, vol, lengte, cancellation);
    }

    private static async Task StuurAsync(BlockBlobClient blob, string id, byte[] bytes, int lengte, CancellationToken cancellation)
    {
        try
        {
            using var inhoud = new MemoryStream(bytes, 0, lengte, writable: false);
            await Opslagfouten.Vertaal(
                "archief: blok", stop => blob.StageBlockAsync(id, inhoud, cancellationToken: stop), cancellation).ConfigureAwait(false);
            DependencyBound.Progress();
        }
        finally
        {
            Geef(bytes);
        }
    }

    private async Task<BlockBlobClient> OpenAsync()
    {
        _plaats ??= plaatsKeuze();
        return _blob ??= await archief.OpenAsync(_plaats).ConfigureAwait(false);
    }

    // Cleared: the next to rent it must not find a bericht in it.
    private static void Geef(byte[] buffer)
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
