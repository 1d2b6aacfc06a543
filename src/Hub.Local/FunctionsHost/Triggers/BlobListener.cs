using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Envelopes;
using Hub.Local.FunctionsHost.Handler;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Runs one function for every new or changed blob of a container, by looking through the container again and again. A version of a blob is handled
/// until it succeeds, or has failed poisonBlobThreshold times.
/// </summary>
internal sealed class BlobListener : IAsyncDisposable
{
    private readonly string function;
    private readonly BlobTrigger trigger;
    private readonly HandlerInvoker invoker;
    private readonly BlobSettings settings;
    private readonly FunctionsHostOptions options;
    private readonly ILogger logger;
    private readonly BlobContainerClient container;
    private readonly BlobReceipts receipts;
    private readonly CancellationTokenSource listening = new();
    private readonly CancellationTokenSource invoking = new();
    private readonly Task running;

    /// <summary>Versions that need no more work, so that their receipts aren't asked for at every look.</summary>
    private HashSet<(string Blob, ETag Version)> ended = [];

    public BlobListener(string function, BlobTrigger trigger, HandlerInvoker invoker, BlobSettings settings, FunctionsHostOptions options)
    {
        this.function = function;
        this.trigger = trigger;
        this.invoker = invoker;
        this.settings = settings;
        this.options = options;
        logger = options.LoggerFactory.CreateLogger("Host.Triggers.Blob");
        container = new BlobServiceClient(trigger.Storage).GetBlobContainerClient(trigger.Path.Container);
        receipts = new BlobReceipts(new BlobServiceClient(trigger.ReceiptStorage), function, trigger.Path.Container);
        running = Task.Run(ListenAsync);
    }

    /// <summary>Looks no more; completes when what runs has ended.</summary>
    public async Task DrainAsync()
    {
        await listening.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        listening.Dispose();
        invoking.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!listening.IsCancellationRequested)
        {
            try
            {
                await LookAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (listening.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                logger.StorageFailed(function, trigger.Path.Container, (error as RequestFailedException)?.ErrorCode ?? error.GetType().Name);
            }

            await Task.Delay(options.BlobPollInterval, options.TimeProvider, listening.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        var seen = new HashSet<(string Blob, ETag Version)>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = settings.MaxDegreeOfParallelism, CancellationToken = listening.Token };
        await Parallel.ForEachAsync(ListAsync(), limits, async (found, _) =>
        {
            if (!await HandleAsync(found.Blob, found.Version, found.Parameters).ConfigureAwait(false))
                return;
            lock (seen)
                seen.Add((found.Blob, found.Version));
        }).ConfigureAwait(false);
        ended = seen;
    }

    private async IAsyncEnumerable<(string Blob, ETag Version, IReadOnlyList<KeyValuePair<string, string>> Parameters)> ListAsync()
    {
        var blobs = container.GetBlobsAsync(new GetBlobsOptions { Prefix = trigger.Path.Prefix }, listening.Token).ConfigureAwait(false).GetAsyncEnumerator();
        await using var closing = blobs;
        while (await NextAsync().ConfigureAwait(false))
        {
            if (blobs.Current.Properties.ETag is { } version && trigger.Path.Match(blobs.Current.Name) is { } parameters)
                yield return (blobs.Current.Name, version, parameters);
        }

        // A container that isn't there yet has no blobs.
        async Task<bool> NextAsync()
        {
            try
            {
                return await blobs.MoveNextAsync();
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                return false;
            }
        }
    }

    /// <summary>Handles a version of a blob unless it needs no more work; true when it needs none any more.</summary>
    private async Task<bool> HandleAsync(string blob, ETag version, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        if (ended.Contains((blob, version)))
            return true;
        var receipt = await receipts.ReadAsync(blob, version, listening.Token).ConfigureAwait(false);
        if (receipt.Ended)
            return true;
        if (await DownloadAsync(container.GetBlobClient(blob), version).ConfigureAwait(false) is not var (properties, content))
            return false;
        var attempt = receipt.Attempts + 1;
        await receipts.WriteBusyAsync(blob, version, attempt, listening.Token).ConfigureAwait(false);
        var result = await invoker.InvokeAsync(
            function, () => BlobEnvelope.Build(trigger, container.GetBlobClient(blob).Uri, properties, content, parameters), traceParent: null, invoking.Token).ConfigureAwait(false);
        if (result.Succeeded)
        {
            await receipts.WriteSucceededAsync(blob, version, attempt, CancellationToken.None).ConfigureAwait(false);
            return true;
        }

        if (attempt < settings.PoisonBlobThreshold)
            return false;
        logger.BlobPoisoned(function, trigger.Path.Container, attempt);
        await receipts.WritePoisonAsync(blob, version, attempt, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>Null when the blob is gone, or has another version by now.</summary>
    private async Task<(BlobProperties Properties, byte[] Content)?> DownloadAsync(BlobClient blob, ETag version)
    {
        var unchanged = new BlobRequestConditions { IfMatch = version };
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(unchanged, listening.Token).ConfigureAwait(false);
            BlobDownloadResult content = await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = unchanged }, listening.Token).ConfigureAwait(false);
            return (properties, content.Content.ToArray());
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return null;
        }
    }
}
