using System.Diagnostics;
using System.Globalization;
using Hub.Local.Access;
using Hub.Local.FunctionsHost;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.Starting;

namespace ColdStart;

/// <summary>From the start of the host and its worker to the first answer.</summary>
/// <param name="Milliseconds">Until 200 on <c>GET /health/live</c>.</param>
/// <param name="ResidentMB">What of it was in memory at that moment.</param>
internal sealed record Start(double Milliseconds, double ResidentMB)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Medians per package; the packages take turns, so that what else the machine does hits all alike.</summary>
    public static async Task<IReadOnlyDictionary<Package, Start>> MeasureAsync(IReadOnlyList<Package> packages, int rounds)
    {
        var all = packages.ToDictionary(package => package, _ => new List<Start>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var package in packages)
            {
                var start = await OnceAsync(package);
                // The first of each finds its files on disk; the others find them in the page cache.
                if (round > 0)
                {
                    all[package].Add(start);
                }
            }
        }

        return all.ToDictionary(
            pair => pair.Key,
            pair => new Start(Median(pair.Value, start => start.Milliseconds), Median(pair.Value, start => start.ResidentMB))
        );
    }

    /// <summary>What of a process is in memory, in MB.</summary>
    public static double Resident(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    // Under the local host, whose own part (a server for gRPC, one for HTTP) is in the time.
    private static async Task<Start> OnceAsync(Package package)
    {
        using var limit = new CancellationTokenSource(Patience);
        var begin = Stopwatch.GetTimestamp();
        await using var host = await LocalFunctionsHost.StartAsync(
            new FunctionsHostOptions { AppRoot = package.Folder, AppSettings = Settings },
            limit.Token
        );
        using var client = new HttpClient { BaseAddress = host.HttpAddress };
        using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), limit.Token);
        answer.EnsureSuccessStatusCode();
        return new Start(Stopwatch.GetElapsedTime(begin).TotalMilliseconds, Resident(host.WorkerProcessId!.Value));
    }

    // Enough to start; nothing of it is called before the first bericht.
    private static Dictionary<string, string> Settings { get; } =
        new()
        {
            ["Opslag__archiveAccountName"] = "nergens",
            ["Opslag__tablesAccountName"] = "nergens",
            ["ServiceBus"] = "Endpoint=sb://127.0.0.1:1/;SharedAccessKeyName=x;SharedAccessKey=eA==;UseDevelopmentEmulator=true",
            ["Toegang__MetadataAddress"] = "https://127.0.0.1:1/.well-known/openid-configuration",
            ["Toegang__Issuer"] = "https://127.0.0.1:1",
            ["Toegang__Audience"] = TokenIssuer.ClientId,
            ["Register__Sleutel"] = LocalHub.RegisterKey,
        };

    private static double Median(List<Start> starts, Func<Start, double> value) => starts.Select(value).Order().ElementAt(starts.Count / 2);
}
