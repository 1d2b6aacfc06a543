using System.Diagnostics;

namespace Infra.Tests;

/// <summary>What shellcheck says of every script and of every block of commands on the pages.</summary>
public sealed class ShellTests
{
    private static readonly string[] Scripts =
    [
        .. Directory.EnumerateFiles(RootFolder.PathTo("infra"), "*.sh"),
        RootFolder.PathTo(".ci", "run"),
    ];

    [Fact]
    public async Task Shellcheck_has_nothing_against_any_script() => Assert.Equal("", await ShellcheckAsync(Scripts));

    [Fact]
    public async Task Every_script_stops_at_what_fails()
    {
        foreach (var script in Scripts)
        {
            var lines = await File.ReadAllLinesAsync(script, TestContext.Current.CancellationToken);
            Assert.Equal("#!/usr/bin/env bash", lines[0]);
            Assert.Contains(lines, line => line is "set -euo pipefail" or "set -uo pipefail");
        }
    }

    private static async Task<string> ShellcheckAsync(string[] files)
    {
        try
        {
            var start = new ProcessStartInfo("shellcheck", ["--format=gcc", .. files]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string missing = "shellcheck is not installed: apt-get install shellcheck (or brew, or winget).";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            {
                Assert.Fail(missing);
            }
            Assert.Skip(missing);
            return "";
        }
    }
}
