using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;

namespace ColdStart;

/// <summary>The sample berichten through a package under the local Functions host, and one run of its timer.</summary>
internal static class Smoke
{
    /// <summary>Runs; says what came of it, and whether all went as it should.</summary>
    public static async Task<bool> PassesAsync(Package package)
    {
        var folder = Directory.CreateTempSubdirectory("hub-smoke-").FullName;
        try
        {
            await using var hub = await HubOmgeving.StartAsync(
                new HubOmgevingOpties
                {
                    Toestandsmap = Projectpaden.Toestandsmap(),
                    Werkmap = folder,
                    VerseGegevens = true,
                    Appmap = package.Folder,
                },
                CancellationToken.None);
            var report = await Proefloop.LoopAsync(hub, Voorbeeldenlijst.Lees(), TimeProvider.System, CancellationToken.None);
            var timer = await hub.Host.InvokeTimerAsync("Bewaking", CancellationToken.None);
            var wrong = report.Uitslagen.Where(sample => sample.Fouten.Count > 0).SelectMany(sample => Verslag.Van(sample, TimeZoneInfo.Utc));
            foreach (var line in wrong.Concat(Verslag.Slot(report))) Console.WriteLine(line);
            Console.WriteLine(timer ? "The Bewaking ran." : "The Bewaking failed.");
            return report.IsGoed && timer;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
