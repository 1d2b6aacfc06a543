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
internal sealed class BlobUpload(BlobArchief archief, ArchiefVerwijzing staging) : IArchiefUpload
{
    private static readonly TimeSpan DiscardLimit = TimeSpan.FromSeconds(5);

    private readonly List<string> _blokken = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(IArchief.MaxHeld);
    private int _gevuld;
    private Task _onderweg = Task.CompletedTask;
    private bool _isDone;

    public async ValueTask SchrijfAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            if (_gevuld == IArchief.MaxHeld) await StuurBlokAsync(cancellation).ConfigureAwait(false);
            var deel = bytes[..Math.Min(bytes.Length, IArchief.MaxHeld - _gevuld)];
            deel.CopyTo(_buffer.AsMemory(_gevuld));
            _gevuld += deel.Length;
            bytes = bytes[deel.Length..];
        }
    }

    public async Task<bool> BewaarAsync(ArchiefVerwijzing plaats, ArchiefKenmerken kenmerken, CancellationToken cancellation)
    {
        if (_blokken.Count == 0)
            return await archief.BewaarAsync(plaats, _buffer.AsMemory(0, _gevuld), kenmerken, cancellation).ConfigureAwait(false);

        if (_gevuld > 0) await StuurBlokAsync(cancellation).ConfigureAwait(false);
        await _onderweg.ConfigureAwait(false);
        var blob = await archief.OpenAsync(staging).ConfigureAwait(false);
        var vast = new CommitBlockListOptions { HttpHeaders = BlobArchief.Koppen(), Metadata = BlobArchief.Metadata(kenmerken) };
        await Opslagfouten.Vertaal("archief: vastleggen", stop => blob.CommitBlockListAsync(_blokken, vast, stop), cancellation).ConfigureAwait(false);
        var isNew = plaats == staging || await CopyAsync(blob, plaats, cancellation).ConfigureAwait(false);
        if (plaats != staging) await archief.VerwijderAsync(staging, cancellation).ConfigureAwait(false);
        _isDone = true;
        return isNew;
    }

    public async ValueTask DisposeAsync()
    {
        await _onderweg.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Geef(_buffer);
        _buffer = [];
        if (_blokken.Count == 0 || _isDone) return;
        // Whatever can't be discarded now stands among the refusals, whose lifecycle ends it.
        using var limit = new CancellationTokenSource(DiscardLimit);
        await archief.VerwijderAsync(staging, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> CopyAsync(BlockBlobClient from, ArchiefVerwijzing plaats, CancellationToken cancellation)
    {
        var blob = await archief.OpenAsync(plaats).ConfigureAwait(false);
        var options = new BlobCopyFromUriOptions { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            // Within an account the request itself may read the source, by whatever it is authorized; there it ends before it is answered.
            await Opslagfouten.Vertaal("archief: overnemen", async stop =>
            {
                var copy = await blob.StartCopyFromUriAsync(from.Uri, options, stop).ConfigureAwait(false);
                if (!copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out var status) || status != "success")
                    await copy.WaitForCompletionAsync(stop).ConfigureAwait(false);
                return true;
            }, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            return false;
        }
    }

    private async Task StuurBlokAsync(CancellationToken cancellation)
    {
        var blob = await archief.OpenAsync(staging).ConfigureAwait(false);
        await _onderweg.ConfigureAwait(false);
        var (vol, lengte) = (_buffer, _gevuld);
        (_buffer, _gevuld) = (ArrayPool<byte>.Shared.Rent(IArchief.MaxHeld), 0);
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

    // Cleared: the next to rent it must not find a bericht in it.
    private static void Geef(byte[] buffer)
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
