using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Judge;

/// <summary>
/// One run of all JavaScript cases, by the official SDK, against one emulator with storage; each case has a queue of its own.
/// </summary>
public sealed partial class JudgeRun : IAsyncLifetime
{
    private static readonly TimeSpan LongestRun = 2 * Patience.Longest;
    internal static readonly string Folder = RootFolder.PathTo("tests", "ServiceBusEmulator.Tests", "js");

    private readonly Dictionary<string, string?> _results = [];
    private string _transcript = "";

    /// <summary>The names of all cases and the kind of queue each needs, in the order of the judge.</summary>
    public static IReadOnlyList<(string Name, string Kind)> Cases { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Folder, "cases"), "*.mjs")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => CaseHead().Matches(File.ReadAllText(file)))
            .Select(match => (match.Groups["name"].Value, match.Groups["kind"].Value)),
    ];

    /// <summary>How many cases gave a result.</summary>
    public int Count => _results.Count;

    /// <summary>What went wrong in a case; null when nothing did.</summary>
    public string? FaultOf(string name) => _results.TryGetValue(name, out var fault) ? fault : $"The case gave no result.\n{_transcript}";

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            await RunAsync("npm", "ci --no-audit --no-fund", _ => { });
        }
        var data = Directory.CreateTempSubdirectory("judge");
        try
        {
            var queues = Cases.Select((one, index) => QueueKinds.All[one.Kind] with { Name = $"{one.Kind}-{index}" }).ToList();
            await using var emulator = await Emulator.StartAsync(new EmulatorOptions { Queues = queues, DataFolder = data.FullName });
            await RunAsync("node", $"judge.mjs \"{emulator.ConnectionString}\"", Read);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Read(string line)
    {
        if (!line.StartsWith("{\"name\"", StringComparison.Ordinal))
        {
            _transcript += line + "\n";
            return;
        }
        using var result = JsonDocument.Parse(line);
        var fault = result.RootElement.GetProperty("ok").GetBoolean() ? null : result.RootElement.GetProperty("error").GetString();
        _results[result.RootElement.GetProperty("name").GetString()!] = fault;
    }

    internal static async Task RunAsync(string program, string arguments, Action<string> onLine)
    {
        using var limit = new CancellationTokenSource(LongestRun);
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                onLine(line);
            }
            await process.WaitForExitAsync(limit.Token);
            onLine(await errors);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex(@"^  '(?<name>[^']+)': \['(?<kind>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex CaseHead();
}
