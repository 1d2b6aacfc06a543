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
        using var process = Process.Start(Start("node", arguments, await InstallAsync(folder)))!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"node {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{await errors}");
        return output;
    }

    /// <summary>Starts a script of a folder that goes on until this process ends.</summary>
    public static async Task<Process> ServeAsync(string folder, string script)
    {
        var process = Process.Start(Start("node", [script], await InstallAsync(folder)))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.Kill();
            process.WaitForExit();
        };
        return process;
    }

    // Beside the place and then into it: another test process may do the same.
    private static async Task<string> InstallAsync(string folder)
    {
        var path = RootFolder.PathTo("tests", "Infra.Tests", folder);
        var modules = Path.Combine(path, "node_modules");
        if (Directory.Exists(modules))
        {
            return path;
        }
        var beside = Directory.CreateDirectory(RootFolder.PathTo("artifacts", "npm", $"{folder}-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var file in (string[])["package.json", "package-lock.json"])
            {
                File.Copy(Path.Combine(path, file), Path.Combine(beside, file));
            }
            using var process = Process.Start(Start("npm", ["ci", "--no-audit", "--no-fund"], beside))!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"npm ci ended with {process.ExitCode}: {output}{await errors}");
            Directory.Move(Path.Combine(beside, "node_modules"), modules);
        }
        catch (IOException) when (Directory.Exists(modules))
        {
            // The other was first.
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
        return path;
    }

    private static ProcessStartInfo Start(string program, string[] arguments, string folder) =>
        new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
