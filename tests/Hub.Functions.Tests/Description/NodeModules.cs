using System.Diagnostics;

namespace Hub.Functions.Tests.Description;

/// <summary>What npm gives the tests: the judge of the description and the SDK of Service Bus, by their lock file.</summary>
internal static class NodeModules
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);
    private static readonly string Folder = RootFolder.PathTo("tests", "Hub.Functions.Tests", "js");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Sees to it that they are there.</summary>
    public static Task EnsureAsync() => Installed.Value;

    /// <summary>What Redocly says of a document, as JSON.</summary>
    public static Task<string> LintAsync(string document) =>
        StartAsync(
            "node",
            ["node_modules/@redocly/cli/bin/cli.js", "lint", "--config", "redocly.yaml", "--format", "json", document],
            new() { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" }
        );

    /// <summary>What a module prints.</summary>
    public static async Task<string> RunAsync(string module, Dictionary<string, string> environment)
    {
        // Where Node finds the packages.
        var file = Path.Combine(Folder, $"module-{Guid.NewGuid():N}.mjs");
        try
        {
            await File.WriteAllTextAsync(file, module);
            return await StartAsync("node", [file], environment);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            await StartAsync("npm", ["ci", "--no-audit", "--no-fund"], []);
        }
    }

    private static async Task<string> StartAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        using var limit = new CancellationTokenSource(LongestRun);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, output + await errors);
            return output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
