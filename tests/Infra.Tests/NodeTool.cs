using System.Diagnostics;

namespace Infra.Tests;

/// <summary>A tool of npm in a folder of these tests, installed from its lock file when it is not there yet.</summary>
internal static class NodeTool
{
    /// <summary>
    /// Runs a script of a folder with Node and gives what it printed; fails the test when it ends with another code than 0.
    /// </summary>
    /// <param name="folder">The folder under tests/Infra.Tests.</param>
    /// <param name="arguments">The script and what it gets.</param>
    /// <param name="input">What stands on its input.</param>
    public static async Task<string> RunAsync(string folder, string[] arguments, string input = "")
    {
        var path = RootFolder.PathTo("tests", "Infra.Tests", folder);
        if (!Directory.Exists(Path.Combine(path, "node_modules")))
        {
            await StartAsync("npm", ["ci", "--no-audit", "--no-fund"], path, "");
        }
        return await StartAsync("node", arguments, path, input);
    }

    private static async Task<string> StartAsync(string program, string[] arguments, string folder, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output}{await errors}");
        return output;
    }
}
