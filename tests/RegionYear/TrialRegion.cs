using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Local.Starting;
using Hub.Local.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RegionYear;

/// <summary>
/// A whole hub for a region, with a proxy before each storage service; the register of every pair is complete, for nothing came before.
/// </summary>
internal sealed partial class TrialRegion : IAsyncDisposable
{
    private readonly Dictionary<int, double> _before = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regio-");

    public LocalHub Environment { get; private set; } = null!;

    public CountingProxy Blobs { get; private set; } = null!;

    public CountingProxy Tables { get; private set; } = null!;

    /// <param name="region">The region.</param>
    /// <param name="inMemory">Whether the storage keeps all in memory: it can't be stopped then.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<TrialRegion> StartAsync(Region region, bool inMemory, CancellationToken cancellation)
    {
        var trial = new TrialRegion();
        var deelnemers = Path.Combine(trial._folder.FullName, "deelnemers.json");
        await File.WriteAllTextAsync(deelnemers, region.Deelnemers(), cancellation);
        trial.Environment = await LocalHub.StartAsync(
            new LocalHubOptions
            {
                StateFolder = ProjectPaths.StateFolder(),
                WorkFolder = trial._folder.FullName,
                Deelnemers = deelnemers,
                FreshData = true,
                // On disk Azurite would write the index of all its blobs and rows anew every few seconds, and that is all that would be
                // measured.
                StorageInMemory = inMemory,
                LogLevel = LogLevel.Warning,
                MaxRestarts = 1000,
                AppSettings = new Dictionary<string, string> { ["Bewaking__OudWerk"] = "00:00:01" },
                StorageConnection = async (azurite, stop) =>
                {
                    trial.Blobs = await CountingProxy.StartAsync(verzoek => "blob " + verzoek.Method, azurite.BlobAddress, stop);
                    trial.Tables = await CountingProxy.StartAsync(TableKind, azurite.TableAddress, stop);
                    return Azurite.Connection(trial.Blobs.Address, trial.Tables.Address);
                },
            },
            cancellation
        );
        var completeness = new TableCompleteness(StorageAccount.With(trial.Environment.StorageConnection));
        foreach (var (gemeente, aanbieder) in Enumerable.Range(0, region.Clienten).Select(region.Of).Distinct())
        {
            await completeness.SetAsync(new Pair(Region.Gemeente(gemeente), Region.Aanbieder(aanbieder)), true, cancellation);
        }
        foreach (var process in (int?[])[trial.Environment.Host.WorkerProcessId, trial.Environment.Azurite.ProcessId])
        {
            trial._before[process ?? 0] = Used(process);
        }
        return trial;
    }

    /// <summary>The processor time of a process since the region began, in ms.</summary>
    public double Processor(int? process) => Used(process) - _before.GetValueOrDefault(process ?? 0);

    public async ValueTask DisposeAsync()
    {
        await Environment.DisposeAsync();
        await Blobs.DisposeAsync();
        await Tables.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static double Used(int? process)
    {
        if (process is not { } id)
        {
            return 0;
        }
        using var found = Process.GetProcessById(id);
        return found.TotalProcessorTime.TotalMilliseconds;
    }

    private static string TableKind(HttpRequest verzoek)
    {
        var table = TableName().Match(verzoek.Path.Value ?? "").Groups[1].Value;
        if (table == "$batch")
        {
            return "tabel batch";
        }
        if (verzoek.Method != "GET")
        {
            return $"tabel {table} schrijf";
        }
        return verzoek.Query.ContainsKey("$filter") ? $"tabel {table} query" : $"tabel {table} lees";
    }

    [GeneratedRegex(@"^/[^/]+/([^/(]+)")]
    private static partial Regex TableName();
}
