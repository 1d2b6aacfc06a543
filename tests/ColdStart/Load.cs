using Hub.Deelnemers;
using Hub.Local.Opstarten;
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
            await using var hub = await HubOmgeving.StartAsync(
                new HubOmgevingOpties
                {
                    Toestandsmap = Projectpaden.Toestandsmap(),
                    Werkmap = folder,
                    VerseGegevens = true,
                    Appmap = package.Folder,
                    Logniveau = LogLevel.Warning,
                },
                CancellationToken.None);
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
            await Parallel.ForEachAsync(Enumerable.Range(1, berichten), atOnce, async (number, cancellation) => await SendAsync(hub, number, cancellation));
            return new Load(Start.Resident(hub.Host.WorkerProcessId!.Value));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SendAsync(HubOmgeving hub, int number, CancellationToken cancellation)
    {
        var gemeenten = hub.Deelnemers.Alle.Where(deelnemer => deelnemer.Soort == DeelnemerSoort.Gemeente).ToList();
        var aanbieders = hub.Deelnemers.Alle.Where(deelnemer => deelnemer.Soort == DeelnemerSoort.Aanbieder).ToList();
        var (gemeente, aanbieder) = (gemeenten[number % gemeenten.Count], aanbieders[number % aanbieders.Count]);
        var kind = Kinds[number % Kinds.Length];
        var bericht = Berichtgenerator.Maak(Standaard.Zoek(kind)!, number, GeneratorOpties.Standaard with { Gemeente = gemeente.Code, Aanbieder = aanbieder.Code });

        using var sender = hub.Klant(kind == "JW301" ? gemeente : aanbieder);
        var answer = await sender.StuurAsync(bericht, gzip: false, cancellation);
        if (answer.BerichtId is not { } id) throw new InvalidOperationException($"Bericht {number} was refused: {answer.Status} {answer.Titel}");
        if ((await sender.WachtOpVerwerktAsync(id, Patience, cancellation))?.Verwerkt is null) throw new TimeoutException($"Bericht {number} was not processed.");
    }
}
