using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub.Local.Processes;
using Hub.Local.Progress;

namespace Hub.Local.Storage;

/// <summary>Azurite as a child process: blob and table storage on 127.0.0.1.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>The account that Azurite has; its key is public and the same everywhere.</summary>
    public const string Account = "devstoreaccount1";

    // The well-known development key: https://learn.microsoft.com/azure/storage/common/storage-use-azurite.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource<string> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopped;

    private Azurite(Process process, TimeProvider time, Uri blob, Uri table)
    {
        _process = process;
        _time = time;
        ProcessId = process.Id;
        BlobAddress = blob;
        TableAddress = table;
        process.Exited += (_, _) => OnExited();
        if (process.HasExited)
        {
            OnExited();
        }
    }

    /// <summary>Where blobs are, without the account: <c>http://127.0.0.1:10000/</c>.</summary>
    public Uri BlobAddress { get; }

    /// <summary>Where tables are, without the account.</summary>
    public Uri TableAddress { get; }

    /// <summary>The operating system's id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>Completes, with its exit code for people, when it ended without being asked to.</summary>
    public Task<string> Died => _died.Task;

    /// <summary>A storage connection string for Azurite's account at these addresses.</summary>
    public static string Connection(Uri blob, Uri table)
    {
        ArgumentNullException.ThrowIfNull(blob);
        ArgumentNullException.ThrowIfNull(table);
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint={new Uri(blob, Account)};TableEndpoint={new Uri(table, Account)};";
    }

    /// <summary>Starts <paramref name="script"/> and returns when it listens.</summary>
    /// <param name="script">Azurite's entry script.</param>
    /// <param name="folder">Where it keeps its data; null = in memory.</param>
    /// <param name="blobPort">0 chooses a free one.</param>
    /// <param name="tablePort">0 chooses a free one.</param>
    /// <param name="time">The clock of time-outs.</param>
    /// <param name="logger">Hears every line that Azurite writes.</param>
    /// <param name="started">Hears the process id as soon as there is one.</param>
    /// <param name="cancellation">Stops the start.</param>
    internal static async Task<Azurite> StartAsync(
        string script,
        string? folder,
        int blobPort,
        int tablePort,
        TimeProvider time,
        ILogger logger,
        Action<int> started,
        CancellationToken cancellation
    )
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
        }
        string[] keeping = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        var process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo(
                "node",
                [
                    "--require",
                    Path.Combine(AppContext.BaseDirectory, "azurite", "parent.cjs"),
                    "--require",
                    Path.Combine(AppContext.BaseDirectory, "azurite", "lookup.cjs"),
                    script,
                    "--silent",
                    "--skipApiVersionCheck",
                    "--disableTelemetry",
                    "--disableProductStyleUrl",
                    .. keeping,
                    "--blobPort",
                    $"{blobPort}",
                    "--tablePort",
                    $"{tablePort}",
                    "--queuePort",
                    "0",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        var blob = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var table = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = "";
        void Read(object afzender, DataReceivedEventArgs rule)
        {
            if (string.IsNullOrWhiteSpace(rule.Data))
            {
                return;
            }
            last = rule.Data;
            logger.AzuriteRule(rule.Data);
            if (ListensOn().Match(rule.Data) is not { Success: true } match)
            {
                return;
            }
            (
                match.Groups["service"].Value switch
                {
                    "Blob" => blob,
                    "Table" => table,
                    _ => null,
                }
            )?.TrySetResult(new Uri(match.Groups["address"].Value));
        }

        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.Exited += (_, _) => blob.TrySetException(new StartException($"Azurite stopte tijdens het starten: {last}"));
        process.Start();
        started(process.Id);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var listens = Task.WhenAll(blob.Task, table.Task);
            await Task.WhenAny(blob.Task, listens).WaitAsync(Limits.Longest, time, cancellation).ConfigureAwait(false);
            await blob.Task.ConfigureAwait(false);
            await table.Task.WaitAsync(Limits.Longest, time, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            await ProcessSignal.BeeindigAsync(process, StopTime, time).ConfigureAwait(false);
            process.Dispose();
            if (fault is TimeoutException)
            {
                throw new StartException($"Azurite luisterde niet binnen {Limits.Longest.TotalMinutes:0} minuten: {last}", fault);
            }
            throw;
        }

        return new Azurite(process, time, await blob.Task.ConfigureAwait(false), await table.Task.ConfigureAwait(false));
    }

    /// <summary>Asks Azurite to write its data and stop.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }
        _stopped = true;
        await ProcessSignal.BeeindigAsync(_process, StopTime, _time).ConfigureAwait(false);
        _process.Dispose();
    }

    private void OnExited()
    {
        if (!_stopped)
        {
            _died.TrySetResult($"code {_process.ExitCode}");
        }
    }

    [GeneratedRegex(
        @"^Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ListensOn();
}
