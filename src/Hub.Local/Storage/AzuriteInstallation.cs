using System.Security.Cryptography;
using Hub.Local.Processes;
using Hub.Local.Progress;

namespace Hub.Local.Storage;

/// <summary>Azurite as npm installs it from the lock file; once per lock file, shared by all that use the same state folder.</summary>
internal static class AzuriteInstallation
{
    /// <summary>Installs Azurite when it is absent and gives the path of its entry script.</summary>
    public static async Task<string> EnsureBeforeAsync(string stateFolder, TimeProvider time, Steps steps, CancellationToken cancellation)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "azurite");
        var lockFile = Path.Combine(source, "package-lock.json");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile, cancellation).ConfigureAwait(false)))[
            ..12
        ];
        var folder = Path.Combine(stateFolder, "azurite", version);
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        // Written last: an installation that was broken off is not taken for one.
        var done = Path.Combine(folder, "klaar");
        if (File.Exists(done))
        {
            return script;
        }

        using var folderLock = await FolderLock.WaitAsync(folder + ".slot", time, cancellation).ConfigureAwait(false);
        if (File.Exists(done))
        {
            return script;
        }
        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        }
        await steps
            .RunAsync("Azurite installeren (eenmalig, met npm ci)", () => InstallAsync(folder, script, cancellation))
            .ConfigureAwait(false);
        await File.WriteAllTextAsync(done, "", cancellation).ConfigureAwait(false);
        return script;
    }

    private static async Task<bool> InstallAsync(string folder, string script, CancellationToken cancellation)
    {
        string[] command = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var (code, fault) = await Node.NpmAsync(folder, command, cancellation).ConfigureAwait(false);
        return code == 0 && File.Exists(script)
            ? true
            : throw new StartException(
                $"Azurite kon niet worden geïnstalleerd: npm ci stopte met code {code} ({fault}). Is de npm-registry bereikbaar?"
            );
    }
}
