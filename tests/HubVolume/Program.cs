using System.Globalization;
using Hub.Functions.Tests.Shared;
using Hub.Local.Starting;
using HubVolume;
using Microsoft.Extensions.Logging;

const string usage = """
    dotnet run -c Release --project tests/HubVolume -- [100000] [10000]
      so many distinct berichten through the whole hub (HTTP, check, archive, queue, Verwerking, postbus), measured each so many;
      memory in MB
    """;

int[] numbers = [100_000, 10_000];
for (var i = 0; i < args.Length; i++)
{
    if (i < numbers.Length && int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) && numbers[i] > 0)
    {
        continue;
    }
    Console.Error.WriteLine(usage);
    return 1;
}

Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require \"{Path.Combine(AppContext.BaseDirectory, "large-storage.cjs")}\"");
var workFolder = Directory.CreateTempSubdirectory("hub-volume-");
try
{
    await using var otlp = await OtlpReceiver.StartAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    await using var environment = await LocalHub.StartAsync(
        new LocalHubOptions
        {
            StateFolder = ProjectPaths.StateFolder(),
            WorkFolder = workFolder.FullName,
            FreshData = true,
            // On disk Azurite would write the index of all its blobs and rows anew every few seconds, and that is all that would be
            // measured.
            StorageInMemory = true,
            LogLevel = LogLevel.Warning,
            AppSettings = new Dictionary<string, string>(otlp.Settings) { ["OTEL_TRACES_SAMPLER"] = "always_off" },
        },
        CancellationToken.None
    );
    Console.WriteLine(VolumeMeasurement.Header);
    using var runThrough = new VolumeRun(environment, otlp, Console.WriteLine);
    var outcome = await runThrough.LoopAsync(numbers[0], numbers[1], CancellationToken.None);
    Console.WriteLine(
        $"taken in {outcome.Accepted}, delivered {outcome.Delivered}, twice {outcome.Duplicate}, restarts of the app {outcome.Restarts}"
    );
    return outcome.Delivered == numbers[0] && outcome is { Duplicate: 0, Restarts: 0 } ? 0 : 1;
}
finally
{
    workFolder.Delete(recursive: true);
}
