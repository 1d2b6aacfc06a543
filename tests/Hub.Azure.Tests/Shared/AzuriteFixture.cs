using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Hub.Azure.Tests.Shared;

/// <summary>A real Azurite process (blob and table, in memory) on free ports, one for a test assembly; ends with it.</summary>
public sealed partial class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 256;

    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    private Process? _process;
    private string _blob = "";
    private string _table = "";
    private int _issued;

    /// <summary>A storage connection string to an account that nobody else uses.</summary>
    public string NewConnection()
    {
        var account = Name(Interlocked.Increment(ref _issued) % Accounts);
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
            + $"BlobEndpoint={_blob}/{account};TableEndpoint={_table}/{account};";
    }

    public async ValueTask InitializeAsync()
    {
        var blob = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var table = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = await InstallAsync();
        _process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo(
                "node",
                [
                    script,
                    "--silent",
                    "--inMemoryPersistence",
                    "--skipApiVersionCheck",
                    "--disableTelemetry",
                    "--disableProductStyleUrl",
                    "--blobPort",
                    "0",
                    "--tablePort",
                    "0",
                    "--queuePort",
                    "0",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        _process.StartInfo.Environment["AZURITE_ACCOUNTS"] = string.Join(
            ';',
            Enumerable.Range(0, Accounts).Select(i => $"{Name(i)}:{Key}")
        );
        void Read(object afzender, DataReceivedEventArgs rule)
        {
            if (rule.Data is null || ListensOn().Match(rule.Data) is not { Success: true } match)
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
            )?.TrySetResult(match.Groups["address"].Value);
        }

        _process.OutputDataReceived += Read;
        _process.ErrorDataReceived += Read;
        _process.Exited += (_, _) => blob.TrySetException(new InvalidOperationException("Azurite stopped while starting."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _blob = await blob.Task.WaitAsync(Patience.Longest);
        _table = await table.Task.WaitAsync(Patience.Longest);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Installs what the lock file of Hub.Local names, once; an installation appears whole or not at all.</summary>
    private static async Task<string> InstallAsync()
    {
        var source = RootFolder.PathTo("src", "Hub.Local", "azurite");
        var slot = Path.Combine(source, "package-lock.json");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(slot)))[..12];
        var folder = RootFolder.PathTo("artifacts", "azurite", version);
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(script))
        {
            return script;
        }

        var temporary = $"{folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(temporary);
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(source, name), Path.Combine(temporary, name));
        }
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = Process.Start(
            new ProcessStartInfo(npm, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = temporary }
        )!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("npm ci of Azurite failed: is the npm registry reachable?");
        }
        try
        {
            Directory.Move(temporary, folder);
        }
        catch (IOException) when (File.Exists(script))
        {
            Directory.Delete(temporary, recursive: true);
        }

        return script;
    }

    private static string Name(int number) => $"test{number:D3}";

    [GeneratedRegex(
        @"^Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ListensOn();
}
