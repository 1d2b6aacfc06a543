using System.Security.Cryptography;
using Hub.Local.Processen;
using Hub.Local.Progress;

namespace Hub.Local.Opslag;

/// <summary>Azurite as npm installs it from the lock file; once per lock file, shared by all that use the same state folder.</summary>
internal static class AzuriteInstallatie
{
    /// <summary>Installs Azurite when it is absent and gives the path of its entry script.</summary>
    public static async Task<string> ZorgVoorAsync(string toestandsmap, TimeProvider tijd, Steps steps, CancellationToken cancellation)
    {
        var bron = Path.Combine(AppContext.BaseDirectory, "azurite");
        var slotbestand = Path.Combine(bron, "package-lock.json");
        var versie = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(slotbestand, cancellation).ConfigureAwait(false)))[..12];
        var map = Path.Combine(toestandsmap, "azurite", versie);
        var script = Path.Combine(map, "node_modules", "azurite", "dist", "src", "azurite.js");
        // Written last: an installation that was broken off is not taken for one.
        var klaar = Path.Combine(map, "klaar");
        if (File.Exists(klaar)) return script;

        using var slot = await Slot.WachtAsync(map + ".slot", tijd, cancellation).ConfigureAwait(false);
        if (File.Exists(klaar)) return script;
        Directory.CreateDirectory(map);
        foreach (var naam in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(bron, naam), Path.Combine(map, naam), overwrite: true);
        await steps.RunAsync("Azurite installeren (eenmalig, met npm ci)", () => InstalleerAsync(map, script, cancellation)).ConfigureAwait(false);
        await File.WriteAllTextAsync(klaar, "", cancellation).ConfigureAwait(false);
        return script;
    }

    private static async Task<bool> InstalleerAsync(string map, string script, CancellationToken cancellation)
    {
        string[] opdracht = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var (code, fout) = await Node.NpmAsync(map, opdracht, cancellation).ConfigureAwait(false);
        return code == 0 && File.Exists(script)
            ? true
            : throw new OpstartException($"Azurite kon niet worden geïnstalleerd: npm ci stopte met code {code} ({fout}). Is de npm-registry bereikbaar?");
    }
}
