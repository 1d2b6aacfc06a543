using System.Globalization;
using RegionYear;

const string usage = """
    dotnet run -c Release --project tests/RegionYear -- [gemeenten aanbieders clienten maanden]
      a year of a region (10 200 25000 12) through the whole hub: HTTP, check, archive, queue, register, answers, postbussen;
      what it costs in calls to the storage, and what came of it
    dotnet run -c Release --project tests/RegionYear -- storingen [seed] [clienten]
      a month of a small region twice, once with the app killed at random, the storage stopped and started, 503s, lost answers and double
      deliveries: register, berichten, archive and postbussen must end the same
    """;

if (args is ["storingen", .. var rest])
{
    var given = rest.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
    var month = new Region(3, 4, given.Length > 1 ? given[1] : 120, 2);
    var sampleOutcome = await OutageTrial.LoopAsync(
        month,
        given.Length > 0 ? given[0] : 1,
        rounds: 12,
        Console.Error.WriteLine,
        CancellationToken.None
    );
    Console.WriteLine(
        $"{sampleOutcome.Berichten} berichten; app killed {sampleOutcome.Killed} times, storage stopped "
            + $"{sampleOutcome.Interrupted} times, work delivered again {sampleOutcome.Repeated} times"
    );
    foreach (var difference in sampleOutcome.Differences.Take(50))
    {
        Console.WriteLine(difference);
    }
    Console.WriteLine($"{sampleOutcome.Differences.Count} differences");
    return sampleOutcome.Differences.Count == 0 ? 0 : 1;
}

var numbers = args.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
    .ToArray();
if (numbers.Length is not (0 or 4) || numbers.Contains(0))
{
    Console.Error.WriteLine(usage);
    return 1;
}

var region = numbers is [var gemeenten, var aanbieders, var clienten, var months]
    ? new Region(gemeenten, aanbieders, clienten, months)
    : Region.Whole;
Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require \"{Path.Combine(AppContext.BaseDirectory, "large-storage.cjs")}\"");
await using var trial = await TrialRegion.StartAsync(region, inMemory: true, CancellationToken.None);
var outcome = await new YearRun(trial.Environment, Console.Error.WriteLine).LoopAsync(
    new Year(region),
    () => Task.CompletedTask,
    CancellationToken.None
);
foreach (var rule in YearReport.Of(region, outcome, trial))
{
    Console.WriteLine(rule);
}
return outcome.Duplicate == 0 ? 0 : 1;
