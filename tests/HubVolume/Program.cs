using System.Globalization;
using Hub.Functions.Tests.Gedeeld;
using Hub.Local.Opstarten;
using HubVolume;
using Microsoft.Extensions.Logging;

const string usage =
    """
    dotnet run -c Release --project tests/HubVolume -- [100000] [10000]
      so many distinct berichten through the whole hub (HTTP, check, archive, queue, Verwerking, postbus), measured each so many; memory in MB
    """;

int[] getallen = [100_000, 10_000];
for (var i = 0; i < args.Length; i++)
{
    if (i < getallen.Length && int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out getallen[i]) && getallen[i] > 0) continue;
    Console.Error.WriteLine(usage);
    return 1;
}

Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require \"{Path.Combine(AppContext.BaseDirectory, "grote-opslag.cjs")}\"");
var werkmap = Directory.CreateTempSubdirectory("hub-volume-");
try
{
    await using var otlp = await OtlpOntvanger.StartAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    await using var omgeving = await HubOmgeving.StartAsync(
        new HubOmgevingOpties
        {
            Toestandsmap = Projectpaden.Toestandsmap(),
            Werkmap = werkmap.FullName,
            VerseGegevens = true,
            // On disk Azurite would write the index of all its blobs and rows anew every few seconds, and that is all that would be measured.
            OpslagInGeheugen = true,
            Logniveau = LogLevel.Warning,
            AppInstellingen = new Dictionary<string, string>(otlp.Instellingen) { ["OTEL_TRACES_SAMPLER"] = "always_off" },
        },
        CancellationToken.None);
    Console.WriteLine(Meting.Kop);
    using var doorloop = new Doorloop(omgeving, otlp, Console.WriteLine);
    var uitslag = await doorloop.LoopAsync(getallen[0], getallen[1], CancellationToken.None);
    Console.WriteLine($"taken in {uitslag.Aangenomen}, delivered {uitslag.Afgeleverd}, twice {uitslag.Dubbel}, restarts of the app {uitslag.Herstarts}");
    return uitslag.Afgeleverd == getallen[0] && uitslag is { Dubbel: 0, Herstarts: 0 } ? 0 : 1;
}
finally
{
    werkmap.Delete(recursive: true);
}
