using System.Buffers;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;

namespace Hub.Azure.Blob;

/// <summary>
/// One upload: what fits in a buffer goes up in one call, to its place; more goes up as blocks in the staging place, of which one is on its
/// way while the next fills, and is copied to its place within the storage.
/// </summary>
internal sealed class BlobUpload(BlobArchief archief, ArchiefReference staging) : IArchiefUpload
{
    private static readonly TimeSpan DiscardLimit = TimeSpan.FromSeconds(5);

    private readonly List<string> _blocks = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(IArchief.MaxHeld);
    private int _filled;
    private Task _underWay = Task.CompletedTask;
    private bool _isDone;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            if (_filled == IArchief.MaxHeld)
            {
                await SendBlockAsync(cancellation).ConfigureAwait(false);
            }
            var part = bytes[..Math.Min(bytes.Length, IArchief.MaxHeld - _filled)];
            part.CopyTo(_buffer.AsMemory(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    public async Task<bool> StoreAsync(ArchiefReference place, ArchiefProperties properties, CancellationToken cancellation)
    {
        if (_blocks.Count == 0)
        {
            return await archief.StoreAsync(place, _buffer.AsMemory(0, _filled), properties, cancellation).ConfigureAwait(false);
        }

        if (_filled > 0)
        {
            await SendBlockAsync(cancellation).ConfigureAwait(false);
        }
        await _underWay.ConfigureAwait(false);
        var blob = await archief.OpenAsync(staging).ConfigureAwait(false);
        var constant = new CommitBlockListOptions { HttpHeaders = BlobArchief.Headers(), Metadata = BlobArchief.Metadata(properties) };
        await StorageFaults
            .Translate("archief: vastleggen", stop => blob.CommitBlockListAsync(_blocks, constant, stop), cancellation)
            .ConfigureAwait(false);
        var isNew = place == staging || await CopyAsync(blob, place, cancellation).ConfigureAwait(false);
        if (place != staging)
        {
            await archief.RemoveAsync(staging, cancellation).ConfigureAwait(false);
        }
        _isDone = true;
        return isNew;
    }

    public async ValueTask DisposeAsync()
    {
        await _underWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Give(_buffer);
        _buffer = [];
        if (_blocks.Count == 0 || _isDone)
        {
            return;
        }
        // Whatever can't be discarded now stands among the refusals, whose lifecycle ends it.
        using var limit = new CancellationTokenSource(DiscardLimit);
        await archief.RemoveAsync(staging, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> CopyAsync(BlockBlobClient from, ArchiefReference place, CancellationToken cancellation)
    {
        var blob = await archief.OpenAsync(place).ConfigureAwait(false);
        var options = new BlobCopyFromUriOptions { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            // Within an account the request itself may read the source, by whatever it is authorized; there it ends before it is answered.
            await StorageFaults
                .Translate(
                    "archief: overnemen",
                    async stop =>
                    {
                        var copy = await blob.StartCopyFromUriAsync(from.Uri, options, stop).ConfigureAwait(false);
                        if (!copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) || status != "success")
                        {
                            await copy.WaitForCompletionAsync(stop).ConfigureAwait(false);
                        }
                        return true;
                    },
                    cancellation
                )
                .ConfigureAwait(false);
            return true;
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            return false;
        }
    }

    private async Task SendBlockAsync(CancellationToken cancellation)
    {
        var blob = await archief.OpenAsync(staging).ConfigureAwait(false);
        await _underWay.ConfigureAwait(false);
        var (full, length) = (_buffer, _filled);
        (_buffer, _filled) = (ArrayPool<byte>.Shared.Rent(IArchief.MaxHeld), 0);
        var id = Convert.ToBase64String(BitConverter.GetBytes(_blocks.Count));
        _blocks.Add(id);
        _underWay = SendAsync(blob, id, full, length, cancellation);
    }

    private static async Task SendAsync(BlockBlobClient blob, string id, byte[] bytes, int length, CancellationToken cancellation)
    {
        try
        {
            using var content = new MemoryStream(bytes, 0, length, writable: false);
            await StorageFaults
                .Translate("archief: blok", stop => blob.StageBlockAsync(id, content, cancellationToken: stop), cancellation)
                .ConfigureAwait(false);
            DependencyBound.Progress();
        }
        finally
        {
            Give(bytes);
        }
    }

    // Cleared: the next to rent it must not find a bericht in it.
    private static void Give(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
