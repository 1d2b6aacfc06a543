using System.Security.Cryptography;
using Hub.Local.Opstarten;
using Hub.Local.Processen;

namespace Hub.Local.Opslag;

/// <summary>Azurite as npm installs it from the lock file; once per lock file, shared by all that use the same state folder.</summary>
internal static class AzuriteInstallatie
{
    /// <summary>Installs Azurite when it is absent and gives the path of its entry script.</summary>
    public static async Task<string> ZorgVoorAsync(string toestandsmap, TimeProvider tijd, Action<string> meld, CancellationToken cancellation)
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
        meld("Azurite wordt geïnstalleerd (eenmalig, met npm ci)…");
        Directory.CreateDirectory(map);
        foreach (var naam in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(bron, naam), Path.Combine(map, naam), overwrite: true);
        var (code, regel) = await Node.NpmAsync(map, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], cancellation).ConfigureAwait(false);
        if (code != 0 || !File.Exists(script))
            throw new OpstartException($"Azurite kon niet worden geïnstalleerd: npm ci stopte met code {code} ({regel}). Is de npm-registry bereikbaar?");
        await File.WriteAllTextAsync(klaar, "", cancellation).ConfigureAwait(false);
        return script;
    }
}
