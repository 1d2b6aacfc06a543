using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;

namespace Hub.Azure.Blob;

/// <summary>The archive in Blob storage. A container is made when it is first used; in Azure, Bicep has made them already.</summary>
public sealed class BlobArchief(Opslagaccount account) : IArchief
{
    private readonly BlobServiceClient _blobs = account.Blobs;
    private readonly Eenmalig _containers = new();

    /// <inheritdoc/>
    public IArchiefUpload Begin(Func<ArchiefVerwijzing> plaats) => new BlobUpload(this, plaats);

    /// <inheritdoc/>
    public async Task<bool> BewaarAsync(
        ArchiefVerwijzing plaats, ReadOnlyMemory<byte> inhoud, ArchiefKenmerken kenmerken, CancellationToken cancellation)
    {
        var blob = await OpenAsync(plaats).ConfigureAwait(false);
        var opties = new BlobUploadOptions
        {
            HttpHeaders = Koppen(),
            Metadata = Metadata(kenmerken),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await Opslagfouten.Vertaal(
                "archief: bewaren", stop => blob.UploadAsync(BinaryData.FromBytes(inhoud).ToStream(), opties, stop), cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task<Stream> LeesAsync(ArchiefVerwijzing plaats, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plaats);
        var blob = _blobs.GetBlobContainerClient(plaats.Container).GetBlobClient(plaats.Blob);
        return Opslagfouten.Vertaal("archief: lezen", async stop =>
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: stop).ConfigureAwait(false);
            return (Stream)new ArchiveStream(download.Value.Content);
        }, cancellation);
    }

    /// <inheritdoc/>
    public Task VerwijderAsync(ArchiefVerwijzing plaats, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plaats);
        var blob = _blobs.GetBlobContainerClient(plaats.Container).GetBlobClient(plaats.Blob);
        return Opslagfouten.Vertaal("archief: verwijderen", stop => blob.DeleteIfExistsAsync(cancellationToken: stop), cancellation);
    }

    /// <inheritdoc/>
    public Task PeilAsync(CancellationToken cancellation) => Opslagfouten.Vertaal("archief: peilen", async stop =>
    {
        await using var containers = _blobs.GetBlobContainersAsync(cancellationToken: stop).GetAsyncEnumerator(stop);
        return await containers.MoveNextAsync().ConfigureAwait(false);
    }, cancellation);

    internal static BlobHttpHeaders Koppen() => new() { ContentType = "application/xml" };

    internal static Dictionary<string, string> Metadata(ArchiefKenmerken kenmerken) => new()
    {
        ["berichtid"] = kenmerken.BerichtId,
        ["sha256"] = kenmerken.Sha256,
        ["oordeel"] = kenmerken.Oordeel,
    };

    internal async Task<BlockBlobClient> OpenAsync(ArchiefVerwijzing plaats)
    {
        var container = _blobs.GetBlobContainerClient(plaats.Container);
        await _containers.ZorgAsync(plaats.Container, () => Opslagfouten.Vertaal(
            "archief: container maken", stop => container.CreateIfNotExistsAsync(cancellationToken: stop), CancellationToken.None)).ConfigureAwait(false);
        return container.GetBlockBlobClient(plaats.Blob);
    }
}
