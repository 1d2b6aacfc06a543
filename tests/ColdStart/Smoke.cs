using Hub.Local.Samples;
using Hub.Local.Starting;

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
            await using var hub = await LocalHub.StartAsync(
                new LocalHubOptions
                {
                    StateFolder = ProjectPaths.StateFolder(),
                    WorkFolder = folder,
                    FreshData = true,
                    AppFolder = package.Folder,
                },
                CancellationToken.None
            );
            var report = await SampleRun.LoopAsync(hub, SampleList.Read(), TimeProvider.System, CancellationToken.None);
            var timer = await hub.Host.InvokeTimerAsync("Bewaking", CancellationToken.None);
            var wrong = report
                .Outcomes.Where(sample => sample.Faults.Count > 0)
                .SelectMany(sample => SampleReportText.Of(sample, TimeZoneInfo.Utc));
            foreach (var line in wrong.Concat(SampleReportText.Closing(report)))
            {
                Console.WriteLine(line);
            }
            Console.WriteLine(timer ? "The Bewaking ran." : "The Bewaking failed.");
            return report.IsGood && timer;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
