using System.Globalization;
using RegionYear;

const string usage =
    """
    dotnet run -c Release --project tests/RegionYear -- [gemeenten aanbieders clienten maanden]
      a year of a region (10 200 25000 12) through the whole hub: HTTP, check, archive, queue, register, answers, postbussen;
      what it costs in calls to the storage, and what came of it
    """;

var getallen = args.Select(tekst => int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : 0).ToArray();
if (getallen.Length is not (0 or 4) || getallen.Contains(0))
{
    Console.Error.WriteLine(usage);
    return 1;
}

var regio = getallen is [var gemeenten, var aanbieders, var clienten, var maanden] ? new Regio(gemeenten, aanbieders, clienten, maanden) : Regio.Heel;
Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require \"{Path.Combine(AppContext.BaseDirectory, "zonder-vegen.cjs")}\"");
await using var proef = await Proefregio.StartAsync(regio, CancellationToken.None);
var uitslag = await new Doorloop(proef.Omgeving, Console.Error.WriteLine).LoopAsync(new Jaar(regio), CancellationToken.None);
foreach (var regel in Verslag.Van(regio, uitslag, proef)) Console.WriteLine(regel);
return uitslag.Dubbel == 0 ? 0 : 1;
