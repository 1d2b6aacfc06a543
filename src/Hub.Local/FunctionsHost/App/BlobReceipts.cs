using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Hub.Local.FunctionsHost.App;

/// <summary>How far a version of a blob has come with a function.</summary>
/// <param name="Attempts">How often the function was started with it.</param>
/// <param name="Ended">Whether it succeeded, or was given up.</param>
internal readonly record struct BlobReceipt(int Attempts, bool Ended);

/// <summary>
/// Remembers in storage, where the real host does, which version of which blob a function has had: one empty blob each in container
/// <c>azure-webjobs-hosts</c>. Delete a receipt to have its blob triggered again.
/// </summary>
internal sealed class BlobReceipts(BlobServiceClient storage, string function, string container)
{
    /// <summary>The container that the receipts are in.</summary>
    public const string Container = "azure-webjobs-hosts";

    private const string Attempts = "Attempts";
    private const string State = "State";
    private const string Busy = "busy";
    private const string Succeeded = "succeeded";
    private const string Poison = "poison";

    private readonly BlobContainerClient _receipts = storage.GetBlobContainerClient(Container);

    /// <summary>A version as a header writes it; a listing leaves its quotes out.</summary>
    public static string Quoted(ETag version) => $"\"{version.ToString().Trim('"')}\"";

    /// <summary>The receipt of a blob's version; one without attempts when there is none.</summary>
    public async Task<BlobReceipt> ReadAsync(string blob, ETag version, CancellationToken cancellation)
    {
        try
        {
            BlobProperties found = await At(blob, version).GetPropertiesAsync(cancellationToken: cancellation).ConfigureAwait(false);
            _ = int.TryParse(
                found.Metadata.TryGetValue(Attempts, out var text) ? text : "",
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var attempts
            );
            return new BlobReceipt(attempts, !found.Metadata.TryGetValue(State, out var state) || state != Busy);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return default;
        }
    }

    public Task WriteBusyAsync(string blob, ETag version, int attempts, CancellationToken cancellation) =>
        WriteAsync(blob, version, attempts, Busy, cancellation);

    public Task WriteSucceededAsync(string blob, ETag version, int attempts, CancellationToken cancellation) =>
        WriteAsync(blob, version, attempts, Succeeded, cancellation);

    public Task WritePoisonAsync(string blob, ETag version, int attempts, CancellationToken cancellation) =>
        WriteAsync(blob, version, attempts, Poison, cancellation);

    private async Task WriteAsync(string blob, ETag version, int attempts, string state, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { [Attempts] = attempts.ToString(CultureInfo.InvariantCulture), [State] = state },
        };
        try
        {
            await At(blob, version).UploadAsync(BinaryData.Empty, options, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await _receipts.CreateIfNotExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
            await At(blob, version).UploadAsync(BinaryData.Empty, options, cancellation).ConfigureAwait(false);
        }
    }

    private BlobClient At(string blob, ETag version) =>
        _receipts.GetBlobClient($"blobreceipts/local/Host.Functions.{function}/{Quoted(version)}/{container}/{blob}");
}
