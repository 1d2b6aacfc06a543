using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hub.Local.Opstarten;

namespace ColdStart;

/// <summary>From the start of the process to its first answer, as the Functions host would wait for it.</summary>
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
                if (round > 0) all[package].Add(start);
            }
        }

        return all.ToDictionary(pair => pair.Key, pair => new Start(Median(pair.Value, start => start.Milliseconds), Median(pair.Value, start => start.ResidentMB)));
    }

    /// <summary>What of a process is in memory, in MB.</summary>
    public static double Resident(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    private static async Task<Start> OnceAsync(Package package)
    {
        var port = FreePort();
        var info = new ProcessStartInfo(package.Program) { RedirectStandardOutput = true, WorkingDirectory = package.Folder };
        foreach (var (name, value) in Settings(port)) info.Environment[name] = value;

        // A client that has worked before, so that only the app starts cold.
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            while (!await AnswersAsync(client))
            {
                if (process.HasExited) throw new InvalidOperationException($"{package.Kind} ended with code {process.ExitCode} before it answered.");
                if (Stopwatch.GetElapsedTime(begin) > Patience) throw new TimeoutException($"{package.Kind} did not answer within {Patience}.");
                await Task.Delay(1);
            }

            return new Start(Stopwatch.GetElapsedTime(begin).TotalMilliseconds, Resident(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Enough to start; nothing of it is called before the first bericht.
    private static Dictionary<string, string> Settings(int port) => new()
    {
        ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
        ["Opslag__accountName"] = "nergens",
        ["ServiceBus__fullyQualifiedNamespace"] = "nergens.servicebus.windows.net",
        ["Toegang__MetadataAddress"] = "https://127.0.0.1:1/.well-known/openid-configuration",
        ["Toegang__Issuer"] = "https://127.0.0.1:1",
        ["Toegang__Audience"] = "api://ijw-hub",
        ["Register__Sleutel"] = HubOmgeving.Registersleutel,
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Median(List<Start> starts, Func<Start, double> value) => starts.Select(value).Order().ElementAt(starts.Count / 2);
}
