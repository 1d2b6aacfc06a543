using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Messages;
using Hub.Local.FunctionsHost.Worker;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Runs one function for every new or changed blob of a container, by looking through the container again and again. A version of a blob is
/// handled until it succeeds, or has failed poisonBlobThreshold times.
/// </summary>
internal sealed class BlobListener : IAsyncDisposable
{
    private readonly string _function;
    private readonly BlobTrigger _trigger;
    private readonly WorkerInvoker _invoker;
    private readonly BlobSettings _settings;
    private readonly FunctionsHostOptions _options;
    private readonly ILogger _logger;
    private readonly BlobContainerClient _container;
    private readonly BlobReceipts _receipts;
    private readonly CancellationTokenSource _listening = new();
    private readonly CancellationTokenSource _invoking = new();
    private readonly Task _running;

    /// <summary>Versions that need no more work, so that their receipts aren't asked for at every look.</summary>
    private HashSet<(string Blob, ETag Version)> _ended = [];

    public BlobListener(string function, BlobTrigger trigger, WorkerInvoker invoker, BlobSettings settings, FunctionsHostOptions options)
    {
        _function = function;
        _trigger = trigger;
        _invoker = invoker;
        _settings = settings;
        _options = options;
        _logger = options.LoggerFactory.CreateLogger("Host.Triggers.Blob");
        _container = new BlobServiceClient(trigger.Storage).GetBlobContainerClient(trigger.Path.Container);
        _receipts = new BlobReceipts(new BlobServiceClient(trigger.ReceiptStorage), function, trigger.Path.Container);
        _running = Task.Run(ListenAsync);
    }

    /// <summary>Looks no more; completes when what runs has ended.</summary>
    public async Task DrainAsync()
    {
        await _listening.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        _listening.Dispose();
        _invoking.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_listening.IsCancellationRequested)
        {
            try
            {
                await LookAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_listening.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                _logger.StorageFailed(
                    _function,
                    _trigger.Path.Container,
                    (error as RequestFailedException)?.ErrorCode ?? error.GetType().Name
                );
            }

            await Task.Delay(_options.BlobPollInterval, _options.TimeProvider, _listening.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        var seen = new HashSet<(string Blob, ETag Version)>();
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = _settings.MaxDegreeOfParallelism,
            CancellationToken = _listening.Token,
        };
        await Parallel
            .ForEachAsync(
                ListAsync(),
                limits,
                async (found, _) =>
                {
                    if (!await HandleAsync(found.Blob, found.Version, found.Parameters).ConfigureAwait(false))
                    {
                        return;
                    }
                    lock (seen)
                    {
                        seen.Add((found.Blob, found.Version));
                    }
                }
            )
            .ConfigureAwait(false);
        _ended = seen;
    }

    private async IAsyncEnumerable<(string Blob, ETag Version, IReadOnlyList<KeyValuePair<string, string>> Parameters)> ListAsync()
    {
        var blobs = _container
            .GetBlobsAsync(new GetBlobsOptions { Prefix = _trigger.Path.Prefix }, _listening.Token)
            .ConfigureAwait(false)
            .GetAsyncEnumerator();
        await using var closing = blobs;
        while (await NextAsync().ConfigureAwait(false))
        {
            if (blobs.Current.Properties.ETag is { } version && _trigger.Path.Match(blobs.Current.Name) is { } parameters)
            {
                yield return (blobs.Current.Name, version, parameters);
            }
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
        if (_ended.Contains((blob, version)))
        {
            return true;
        }
        var receipt = await _receipts.ReadAsync(blob, version, _listening.Token).ConfigureAwait(false);
        if (receipt.Ended)
        {
            return true;
        }
        if (await DownloadAsync(_container.GetBlobClient(blob), version).ConfigureAwait(false) is not var (properties, content))
        {
            return false;
        }
        var attempt = receipt.Attempts + 1;
        await _receipts.WriteBusyAsync(blob, version, attempt, _listening.Token).ConfigureAwait(false);
        var invocation = BlobInvocation.Build(
            _function,
            _trigger,
            blob,
            _container.GetBlobClient(blob).Uri,
            properties,
            content,
            parameters
        );
        var result = await _invoker.InvokeAsync(invocation, _invoking.Token).ConfigureAwait(false);
        if (result.Succeeded)
        {
            await _receipts.WriteSucceededAsync(blob, version, attempt, CancellationToken.None).ConfigureAwait(false);
            return true;
        }

        if (!result.WasTried)
        {
            await _receipts.WriteBusyAsync(blob, version, receipt.Attempts, CancellationToken.None).ConfigureAwait(false);
        }
        if (!result.WasTried || attempt < _settings.PoisonBlobThreshold)
        {
            return false;
        }
        _logger.BlobPoisoned(_function, _trigger.Path.Container, attempt);
        await _receipts.WritePoisonAsync(blob, version, attempt, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    /// <summary>Null when the blob is gone, or has another version by now.</summary>
    private async Task<(BlobProperties Properties, byte[] Content)?> DownloadAsync(BlobClient blob, ETag version)
    {
        var unchanged = new BlobRequestConditions { IfMatch = version };
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(unchanged, _listening.Token).ConfigureAwait(false);
            if (_trigger.Deferred)
            {
                return (properties, []);
            }
            BlobDownloadResult content = await blob.DownloadContentAsync(
                    new BlobDownloadOptions { Conditions = unchanged },
                    _listening.Token
                )
                .ConfigureAwait(false);
            return (properties, content.Content.ToArray());
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return null;
        }
    }
}
