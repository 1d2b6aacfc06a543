using Hub.Deelnemers;
using Hub.Local.Starting;
using Ijw.Examples;
using Microsoft.Extensions.Logging;

namespace ColdStart;

/// <summary>The app under the local Functions host after so many berichten, each taken in and processed.</summary>
/// <param name="ResidentMB">What of the app is in memory then.</param>
internal sealed record Load(double ResidentMB)
{
    private const int AtOnce = 8;
    private static readonly string[] Kinds = ["JW301", "JW305", "JW307", "JW323"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Sends them and waits until the last has been processed.</summary>
    public static async Task<Load> MeasureAsync(Package package, int berichten)
    {
        var folder = Directory.CreateTempSubdirectory("hub-load-").FullName;
        try
        {
            await using var hub = await LocalHub.StartAsync(
                new LocalHubOptions
                {
                    StateFolder = ProjectPaths.StateFolder(),
                    WorkFolder = folder,
                    FreshData = true,
                    AppFolder = package.Folder,
                    LogLevel = LogLevel.Warning,
                },
                CancellationToken.None
            );
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
            await Parallel.ForEachAsync(
                Enumerable.Range(1, berichten),
                atOnce,
                async (number, cancellation) => await SendAsync(hub, number, cancellation)
            );
            return new Load(Start.Resident(hub.Host.WorkerProcessId!.Value));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SendAsync(LocalHub hub, int number, CancellationToken cancellation)
    {
        var gemeenten = hub.Deelnemers.All.Where(deelnemer => deelnemer.Kind == DeelnemerKind.Gemeente).ToList();
        var aanbieders = hub.Deelnemers.All.Where(deelnemer => deelnemer.Kind == DeelnemerKind.Aanbieder).ToList();
        var (gemeente, aanbieder) = (gemeenten[number % gemeenten.Count], aanbieders[number % aanbieders.Count]);
        var kind = Kinds[number % Kinds.Length];
        var bericht = BerichtGenerator.Make(
            Standard.Find(kind)!,
            number,
            GeneratorOptions.Standard with
            {
                Gemeente = gemeente.Code,
                Aanbieder = aanbieder.Code,
            }
        );

        using var sender = hub.Client(kind == "JW301" ? gemeente : aanbieder);
        var answer = await sender.SendAsync(bericht, gzip: false, cancellation);
        if (answer.BerichtId is not { } id)
        {
            throw new InvalidOperationException($"Bericht {number} was refused: {answer.Status} {answer.Title}");
        }
        if ((await sender.WaitForProcessedAsync(id, Patience, cancellation))?.Processed is null)
        {
            throw new TimeoutException($"Bericht {number} was not processed.");
        }
    }
}
