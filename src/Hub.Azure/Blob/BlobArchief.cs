using System.Runtime.CompilerServices;
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
    public IArchiefUpload Begin(ArchiefVerwijzing staging) => new BlobUpload(this, staging);

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
        var blob = _blobs.GetBlobContainerClient(plaats.Container).GetBlockBlobClient(plaats.Blob);
        return Opslagfouten.Vertaal("archief: verwijderen", async stop =>
        {
            if (await blob.DeleteIfExistsAsync(cancellationToken: stop).ConfigureAwait(false)) return true;
            // Blocks that were never committed go when a list without them is committed: only then can the name be removed.
            if (!await IsStagedAsync(plaats, stop).ConfigureAwait(false)) return false;
            await blob.CommitBlockListAsync([], cancellationToken: stop).ConfigureAwait(false);
            return (bool)await blob.DeleteIfExistsAsync(cancellationToken: stop).ConfigureAwait(false);
        }, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ContainersAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = _blobs.GetBlobContainersAsync(prefix: prefix, cancellationToken: cancellation);
        var pages = found.AsPages().GetAsyncEnumerator(cancellation);
        await using (pages.ConfigureAwait(false))
        {
            while (await Opslagfouten.Vertaal("archief: containers", _ => pages.MoveNextAsync().AsTask(), cancellation).ConfigureAwait(false))
                foreach (var container in pages.Current.Values) yield return container.Name;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredBlob> ListAsync(string container, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, States = BlobStates.Version | BlobStates.Uncommitted };
        var found = _blobs.GetBlobContainerClient(container).GetBlobsAsync(options, cancellation);
        var pages = found.AsPages().GetAsyncEnumerator(cancellation);
        await using (pages.ConfigureAwait(false))
        {
            while (await NextAsync(pages, cancellation).ConfigureAwait(false))
            {
                foreach (var blob in pages.Current.Values)
                {
                    var isSuperseded = blob is { VersionId: not null, IsLatestVersion: not true };
                    var plaats = new ArchiefVerwijzing(container, blob.Name);
                    yield return new StoredBlob(plaats, blob.Properties.CreatedOn, Kenmerken(blob.Metadata), isSuperseded);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Task PeilAsync(CancellationToken cancellation) => Opslagfouten.Vertaal("archief: peilen", async stop =>
    {
        await using var containers = _blobs.GetBlobContainersAsync(cancellationToken: stop).GetAsyncEnumerator(stop);
        return await containers.MoveNextAsync().ConfigureAwait(false);
    }, cancellation);

    internal static BlobHttpHeaders Koppen() => new() { ContentType = "application/xml" };

    internal static Dictionary<string, string> Metadata(ArchiefKenmerken kenmerken)
    {
        var metadata = new Dictionary<string, string>
        {
            ["berichtid"] = kenmerken.BerichtId,
            ["sha256"] = kenmerken.Sha256,
            ["oordeel"] = kenmerken.Oordeel,
        };
        if (kenmerken.Gemeente is { } gemeente) metadata["gemeente"] = gemeente;
        return metadata;
    }

    internal async Task<BlockBlobClient> OpenAsync(ArchiefVerwijzing plaats)
    {
        var container = _blobs.GetBlobContainerClient(plaats.Container);
        await _containers.ZorgAsync(plaats.Container, () => Opslagfouten.Vertaal(
            "archief: container maken", stop => container.CreateIfNotExistsAsync(cancellationToken: stop), CancellationToken.None)).ConfigureAwait(false);
        return container.GetBlockBlobClient(plaats.Blob);
    }

    private static ArchiefKenmerken? Kenmerken(IDictionary<string, string>? metadata)
    {
        if (metadata is null || !metadata.TryGetValue("berichtid", out var id)) return null;
        var gemeente = metadata.TryGetValue("gemeente", out var named) ? named : null;
        return new ArchiefKenmerken(id, metadata["sha256"], metadata["oordeel"], gemeente);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<BlobItem>> pages, CancellationToken cancellation)
    {
        try
        {
            return await Opslagfouten.Vertaal("archief: lijst", _ => pages.MoveNextAsync().AsTask(), cancellation).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.NotFound)
        {
            return false;
        }
    }

    private async Task<bool> IsStagedAsync(ArchiefVerwijzing plaats, CancellationToken cancellation)
    {
        var options = new GetBlobsOptions { States = BlobStates.Uncommitted, Prefix = plaats.Blob };
        try
        {
            var found = _blobs.GetBlobContainerClient(plaats.Container).GetBlobsAsync(options, cancellation);
            await foreach (var blob in found.ConfigureAwait(false))
                if (blob.Name == plaats.Blob) return true;
        }
        catch (RequestFailedException fout) when (fout.Status == 404)
        {
            // No container, so nothing in it.
        }

        return false;
    }
}
