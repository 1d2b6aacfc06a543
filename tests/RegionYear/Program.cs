using System.Globalization;
using RegionYear;

const string usage =
    """
    dotnet run -c Release --project tests/RegionYear -- [gemeenten aanbieders clienten maanden]
      a year of a region (10 200 25000 12) through the whole hub: HTTP, check, archive, queue, register, answers, postbussen;
      what it costs in calls to the storage, and what came of it
    dotnet run -c Release --project tests/RegionYear -- storingen [seed] [clienten]
      a month of a small region twice, once with the app killed at random, the storage stopped and started, 503s, lost answers and double
      deliveries: register, berichten, archive and postbussen must end the same
    """;

if (args is ["storingen", .. var rest])
{
    var gegeven = rest.Select(tekst => int.Parse(tekst, CultureInfo.InvariantCulture)).ToArray();
    var maand = new Regio(3, 4, gegeven.Length > 1 ? gegeven[1] : 120, 2);
    var proefuitslag = await Storingsproef.LoopAsync(maand, gegeven.Length > 0 ? gegeven[0] : 1, rondes: 12, Console.Error.WriteLine, CancellationToken.None);
    Console.WriteLine($"{proefuitslag.Berichten} berichten; app killed {proefuitslag.Gedood} times, storage stopped {proefuitslag.Onderbroken} times, work delivered again {proefuitslag.Herhaald} times");
    foreach (var verschil in proefuitslag.Verschillen.Take(50)) Console.WriteLine(verschil);
    Console.WriteLine($"{proefuitslag.Verschillen.Count} differences");
    return proefuitslag.Verschillen.Count == 0 ? 0 : 1;
}

var getallen = args.Select(tekst => int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : 0).ToArray();
if (getallen.Length is not (0 or 4) || getallen.Contains(0))
{
    Console.Error.WriteLine(usage);
    return 1;
}

var regio = getallen is [var gemeenten, var aanbieders, var clienten, var maanden] ? new Regio(gemeenten, aanbieders, clienten, maanden) : Regio.Heel;
Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require \"{Path.Combine(AppContext.BaseDirectory, "grote-opslag.cjs")}\"");
await using var proef = await Proefregio.StartAsync(regio, inGeheugen: true, CancellationToken.None);
var uitslag = await new Doorloop(proef.Omgeving, Console.Error.WriteLine).LoopAsync(new Jaar(regio), () => Task.CompletedTask, CancellationToken.None);
foreach (var regel in Verslag.Van(regio, uitslag, proef)) Console.WriteLine(regel);
return uitslag.Dubbel == 0 ? 0 : 1;
