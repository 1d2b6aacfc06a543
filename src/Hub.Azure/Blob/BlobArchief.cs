using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;

namespace Hub.Azure.Blob;

/// <summary>The archive in Blob storage. A container is made when it is first used; in Azure, Bicep has made them already.</summary>
public sealed class BlobArchief(StorageAccount account) : IArchief
{
    private readonly BlobServiceClient _blobs = account.Blobs;
    private readonly Once _containers = new();

    /// <inheritdoc/>
    public IArchiefUpload Begin(ArchiefReference staging) => new BlobUpload(this, staging);

    /// <inheritdoc/>
    public async Task<bool> StoreAsync(
        ArchiefReference place,
        ReadOnlyMemory<byte> content,
        ArchiefProperties properties,
        CancellationToken cancellation
    )
    {
        var blob = await OpenAsync(place).ConfigureAwait(false);
        var options = new BlobUploadOptions
        {
            HttpHeaders = Headers(),
            Metadata = Metadata(properties),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await StorageFaults
                .Translate(
                    "archief: bewaren",
                    stop => blob.UploadAsync(BinaryData.FromBytes(content).ToStream(), options, stop),
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

    /// <inheritdoc/>
    public Task<Stream> ReadAsync(ArchiefReference place, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        var blob = _blobs.GetBlobContainerClient(place.Container).GetBlobClient(place.Blob);
        return StorageFaults.Translate(
            "archief: lezen",
            async stop =>
            {
                var download = await blob.DownloadStreamingAsync(cancellationToken: stop).ConfigureAwait(false);
                return (Stream)new ArchiveStream(download.Value.Content);
            },
            cancellation
        );
    }

    /// <inheritdoc/>
    public Task RemoveAsync(ArchiefReference place, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        var blob = _blobs.GetBlobContainerClient(place.Container).GetBlockBlobClient(place.Blob);
        return StorageFaults.Translate(
            "archief: verwijderen",
            async stop =>
            {
                if (await blob.DeleteIfExistsAsync(cancellationToken: stop).ConfigureAwait(false))
                {
                    return true;
                }
                // Blocks that were never committed go when a list without them is committed: only then can the name be removed.
                if (!await IsStagedAsync(place, stop).ConfigureAwait(false))
                {
                    return false;
                }
                await blob.CommitBlockListAsync([], cancellationToken: stop).ConfigureAwait(false);
                return (bool)await blob.DeleteIfExistsAsync(cancellationToken: stop).ConfigureAwait(false);
            },
            cancellation
        );
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ContainersAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = _blobs.GetBlobContainersAsync(prefix: prefix, cancellationToken: cancellation);
        var pages = found.AsPages().GetAsyncEnumerator(cancellation);
        await using (pages.ConfigureAwait(false))
        {
            while (
                await StorageFaults
                    .Translate("archief: containers", _ => pages.MoveNextAsync().AsTask(), cancellation)
                    .ConfigureAwait(false)
            )
            {
                foreach (var container in pages.Current.Values)
                {
                    yield return container.Name;
                }
            }
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
                    var place = new ArchiefReference(container, blob.Name);
                    yield return new StoredBlob(place, blob.Properties.CreatedOn, Properties(blob.Metadata), isSuperseded);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Task ProbeAsync(CancellationToken cancellation) =>
        StorageFaults.Translate(
            "archief: peilen",
            async stop =>
            {
                await using var containers = _blobs.GetBlobContainersAsync(cancellationToken: stop).GetAsyncEnumerator(stop);
                return await containers.MoveNextAsync().ConfigureAwait(false);
            },
            cancellation
        );

    internal static BlobHttpHeaders Headers() => new() { ContentType = "application/xml" };

    internal static Dictionary<string, string> Metadata(ArchiefProperties properties)
    {
        var metadata = new Dictionary<string, string>
        {
            ["berichtid"] = properties.BerichtId,
            ["sha256"] = properties.Sha256,
            ["oordeel"] = properties.Oordeel,
        };
        if (properties.Gemeente is { } gemeente)
        {
            metadata["gemeente"] = gemeente;
        }
        return metadata;
    }

    internal async Task<BlockBlobClient> OpenAsync(ArchiefReference place)
    {
        var container = _blobs.GetBlobContainerClient(place.Container);
        await _containers
            .EnsureAsync(
                place.Container,
                () =>
                    StorageFaults.Translate(
                        "archief: container maken",
                        stop => container.CreateIfNotExistsAsync(cancellationToken: stop),
                        CancellationToken.None
                    )
            )
            .ConfigureAwait(false);
        return container.GetBlockBlobClient(place.Blob);
    }

    private static ArchiefProperties? Properties(IDictionary<string, string>? metadata)
    {
        if (metadata is null || !metadata.TryGetValue("berichtid", out var id))
        {
            return null;
        }
        var gemeente = metadata.TryGetValue("gemeente", out var named) ? named : null;
        return new ArchiefProperties(id, metadata["sha256"], metadata["oordeel"], gemeente);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<BlobItem>> pages, CancellationToken cancellation)
    {
        try
        {
            return await StorageFaults.Translate("archief: lijst", _ => pages.MoveNextAsync().AsTask(), cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.NotFound)
        {
            return false;
        }
    }

    private async Task<bool> IsStagedAsync(ArchiefReference place, CancellationToken cancellation)
    {
        var options = new GetBlobsOptions { States = BlobStates.Uncommitted, Prefix = place.Blob };
        try
        {
            var found = _blobs.GetBlobContainerClient(place.Container).GetBlobsAsync(options, cancellation);
            await foreach (var blob in found.ConfigureAwait(false))
            {
                if (blob.Name == place.Blob)
                {
                    return true;
                }
            }
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // No container, so nothing in it.
        }

        return false;
    }
}
