using ColdStart;
using Hub.Local.Starting;

// Looks at the package that infra/package.sh made: artifacts/package/hub.zip, or hub-without-servicebus.zip where the feed lacks the host's
// extension.
// dotnet run -c Release --project tests/ColdStart [hub | hub-without-servicebus] measures it and the plain build: docs/cold-start.md
// dotnet run -c Release --project tests/ColdStart -- --smoke [hub | hub-without-servicebus] sends the sample berichten through it under the
// local host Both names when none is given, as far as they are there.
var smoke = args.Contains("--smoke");
string[] kinds = args.Where(arg => arg is "hub" or "hub-without-servicebus").ToArray() is { Length: > 0 } named
    ? named
    : [.. ((string[])["hub", "hub-without-servicebus"]).Where(kind => File.Exists(Path.Combine("artifacts", "package", kind + ".zip")))];
if (kinds.Length == 0)
{
    Console.WriteLine("There is no package; make it with infra/package.sh.");
    return 1;
}

var unpacked = Directory.CreateTempSubdirectory("hub-package-").FullName;
try
{
    var packages = kinds.Select(kind => Package.Unpack(kind, Path.Combine("artifacts", "package", $"{kind}.zip"), unpacked)).ToList();
    var faults = packages
        .SelectMany(package => package.Faults())
        .Concat(
            Bom.Faults(Path.Combine("artifacts", "package", "hub.cdx.json"), Path.Combine("src", "Hub.Functions", "packages.lock.json"))
        )
        .ToList();
    faults.ForEach(Console.WriteLine);
    if (faults.Count > 0)
    {
        return 1;
    }
    return smoke ? await SmokeAsync(packages) : await MeasureAsync(packages);
}
finally
{
    Directory.Delete(unpacked, recursive: true);
}

static async Task<int> SmokeAsync(List<Package> packages)
{
    foreach (var package in packages)
    {
        Console.WriteLine($"{package.Kind}: {package.Zipped / 1e6:F1} MB");
        if (!await Smoke.PassesAsync(package))
        {
            return 1;
        }
    }

    return 0;
}

static async Task<int> MeasureAsync(List<Package> packages)
{
    packages.Add(new Package("plain build", ProjectPaths.Functions(), 0));
    var starts = await Start.MeasureAsync(packages, rounds: 9);
    var report = new Report(Console.Out);
    report.Head();
    foreach (var package in packages)
    {
        report.Row(package, starts[package], await Load.MeasureAsync(package, berichten: 1000));
    }
    return report.KeepsBounds() ? 0 : 1;
}
