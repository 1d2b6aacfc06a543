using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub.Local.Processen;
using Hub.Local.Progress;

namespace Hub.Local.Opslag;

/// <summary>Azurite as a child process: blob and table storage on 127.0.0.1.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>The account that Azurite has; its key is public and the same everywhere.</summary>
    public const string Account = "devstoreaccount1";

    // The well-known development key: https://learn.microsoft.com/azure/storage/common/storage-use-azurite.
    private const string Sleutel = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Stoptijd = TimeSpan.FromSeconds(10);

    private readonly Process _proces;
    private readonly TimeProvider _tijd;
    private readonly TaskCompletionSource<string> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _gestopt;

    private Azurite(Process proces, TimeProvider tijd, Uri blob, Uri table)
    {
        _proces = proces;
        _tijd = tijd;
        ProcesId = proces.Id;
        BlobAdres = blob;
        TableAdres = table;
        proces.Exited += (_, _) => OnExited();
        if (proces.HasExited) OnExited();
    }

    /// <summary>Where blobs are, without the account: <c>http://127.0.0.1:10000/</c>.</summary>
    public Uri BlobAdres { get; }

    /// <summary>Where tables are, without the account.</summary>
    public Uri TableAdres { get; }

    /// <summary>The operating system's id of the process.</summary>
    public int ProcesId { get; }

    /// <summary>Completes, with its exit code for people, when it ended without being asked to.</summary>
    public Task<string> Died => _died.Task;

    /// <summary>A storage connection string for Azurite's account at these addresses.</summary>
    public static string Verbinding(Uri blob, Uri table)
    {
        ArgumentNullException.ThrowIfNull(blob);
        ArgumentNullException.ThrowIfNull(table);
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Sleutel};"
            + $"BlobEndpoint={new Uri(blob, Account)};TableEndpoint={new Uri(table, Account)};";
    }

    /// <summary>Starts <paramref name="script"/> and returns when it listens.</summary>
    /// <param name="script">Azurite's entry script.</param>
    /// <param name="map">Where it keeps its data; null = in memory.</param>
    /// <param name="blobPoort">0 chooses a free one.</param>
    /// <param name="tablePoort">0 chooses a free one.</param>
    /// <param name="tijd">The clock of time-outs.</param>
    /// <param name="logger">Hears every line that Azurite writes.</param>
    /// <param name="gestart">Hears the process id as soon as there is one.</param>
    /// <param name="cancellation">Stops the start.</param>
    internal static async Task<Azurite> StartAsync(
        string script, string? map, int blobPoort, int tablePoort, TimeProvider tijd, ILogger logger, Action<int> gestart, CancellationToken cancellation)
    {
        if (map is not null) Directory.CreateDirectory(map);
        string[] bewaring = map is null ? ["--inMemoryPersistence"] : ["--location", map];
        var proces = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("node",
            [
                "--require", Path.Combine(AppContext.BaseDirectory, "azurite", "ouder.cjs"), script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
                .. bewaring, "--blobPort", $"{blobPoort}", "--tablePort", $"{tablePoort}", "--queuePort", "0",
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        var blob = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var table = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var laatste = "";
        void Lees(object afzender, DataReceivedEventArgs regel)
        {
            if (string.IsNullOrWhiteSpace(regel.Data)) return;
            laatste = regel.Data;
            logger.AzuriteRegel(regel.Data);
            if (LuistertOp().Match(regel.Data) is not { Success: true } match) return;
            (match.Groups["dienst"].Value switch { "Blob" => blob, "Table" => table, _ => null })?.TrySetResult(new Uri(match.Groups["adres"].Value));
        }

        proces.OutputDataReceived += Lees;
        proces.ErrorDataReceived += Lees;
        proces.Exited += (_, _) => blob.TrySetException(new OpstartException($"Azurite stopte tijdens het starten: {laatste}"));
        proces.Start();
        gestart(proces.Id);
        proces.BeginOutputReadLine();
        proces.BeginErrorReadLine();
        try
        {
            var luistert = Task.WhenAll(blob.Task, table.Task);
            await Task.WhenAny(blob.Task, luistert).WaitAsync(Limits.Longest, tijd, cancellation).ConfigureAwait(false);
            await blob.Task.ConfigureAwait(false);
            await table.Task.WaitAsync(Limits.Longest, tijd, cancellation).ConfigureAwait(false);
        }
        catch (Exception fout)
        {
            await Signaal.BeeindigAsync(proces, Stoptijd, tijd).ConfigureAwait(false);
            proces.Dispose();
            if (fout is TimeoutException) throw new OpstartException($"Azurite luisterde niet binnen {Limits.Longest.TotalMinutes:0} minuten: {laatste}", fout);
            throw;
        }

        return new Azurite(proces, tijd, await blob.Task.ConfigureAwait(false), await table.Task.ConfigureAwait(false));
    }

    /// <summary>Asks Azurite to write its data and stop.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_gestopt) return;
        _gestopt = true;
        await Signaal.BeeindigAsync(_proces, Stoptijd, _tijd).ConfigureAwait(false);
        _proces.Dispose();
    }

    private void OnExited()
    {
        if (!_gestopt) _died.TrySetResult($"code {_proces.ExitCode}");
    }

    [GeneratedRegex(@"^Azurite (?<dienst>\w+) service is successfully listening at (?<adres>http://\S+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LuistertOp();
}
