using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Hub.Azure.Tests.Gedeeld;

/// <summary>A real Azurite process (blob and table, in memory) on free ports, one for a test assembly; ends with it.</summary>
public sealed partial class Azurite : IAsyncLifetime
{
    private const int Accounts = 256;

    private static readonly string Sleutel = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    private Process? _proces;
    private string _blob = "";
    private string _table = "";
    private int _uitgegeven;

    /// <summary>A storage connection string to an account that nobody else uses.</summary>
    public string NieuweVerbinding()
    {
        var account = Naam(Interlocked.Increment(ref _uitgegeven) % Accounts);
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Sleutel};"
            + $"BlobEndpoint={_blob}/{account};TableEndpoint={_table}/{account};";
    }

    public async ValueTask InitializeAsync()
    {
        var blob = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var table = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = await InstalleerAsync();
        _proces = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("node",
            [
                script, "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
                "--blobPort", "0", "--tablePort", "0", "--queuePort", "0",
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        _proces.StartInfo.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(i => $"{Naam(i)}:{Sleutel}"));
        void Lees(object afzender, DataReceivedEventArgs regel)
        {
            if (regel.Data is null || LuistertOp().Match(regel.Data) is not { Success: true } match) return;
            (match.Groups["dienst"].Value switch { "Blob" => blob, "Table" => table, _ => null })?.TrySetResult(match.Groups["adres"].Value);
        }

        _proces.OutputDataReceived += Lees;
        _proces.ErrorDataReceived += Lees;
        _proces.Exited += (_, _) => blob.TrySetException(new InvalidOperationException("Azurite stopped while starting."));
        _proces.Start();
        _proces.BeginOutputReadLine();
        _proces.BeginErrorReadLine();
        _blob = await blob.Task.WaitAsync(Patience.Longest);
        _table = await table.Task.WaitAsync(Patience.Longest);
    }

    public async ValueTask DisposeAsync()
    {
        if (_proces is null) return;
        _proces.Kill();
        await _proces.WaitForExitAsync();
        _proces.Dispose();
    }

    /// <summary>Installs what the lock file of Hub.Local names, once; an installation appears whole or not at all.</summary>
    private static async Task<string> InstalleerAsync()
    {
        var bron = Hoofdmap.Pad("src", "Hub.Local", "azurite");
        var slot = Path.Combine(bron, "package-lock.json");
        var versie = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(slot)))[..12];
        var map = Hoofdmap.Pad("artifacts", "azurite", versie);
        var script = Path.Combine(map, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(script)) return script;

        var tijdelijk = $"{map}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(tijdelijk);
        foreach (var naam in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(bron, naam), Path.Combine(tijdelijk, naam));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var proces = Process.Start(new ProcessStartInfo(npm, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = tijdelijk,
        })!;
        await proces.WaitForExitAsync();
        if (proces.ExitCode != 0) throw new InvalidOperationException("npm ci of Azurite failed: is the npm registry reachable?");
        try
        {
            Directory.Move(tijdelijk, map);
        }
        catch (IOException) when (File.Exists(script))
        {
            Directory.Delete(tijdelijk, recursive: true);
        }

        return script;
    }

    private static string Naam(int nummer) => $"test{nummer:D3}";

    [GeneratedRegex(@"^Azurite (?<dienst>\w+) service is successfully listening at (?<adres>http://\S+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LuistertOp();
}
