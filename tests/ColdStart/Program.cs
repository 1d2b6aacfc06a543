using ColdStart;
using Hub.Local.Opstarten;

// Looks at the packages that infra/package.sh made, as artifacts/package/hub-<kind>.zip.
//   dotnet run -c Release --project tests/ColdStart                        measures aot, r2r and the framework-dependent build: docs/cold-start.md
//   dotnet run -c Release --project tests/ColdStart -- --smoke [aot] [r2r]  sends the sample berichten through each under the local Functions host
var smoke = args.Contains("--smoke");
string[] kinds = args.Where(arg => arg is "aot" or "r2r").ToArray() is { Length: > 0 } named ? named : ["aot", "r2r"];
var unpacked = Directory.CreateTempSubdirectory("hub-package-").FullName;
try
{
    var packages = kinds.Select(kind => Package.Unpack(kind, Path.Combine("artifacts", "package", $"hub-{kind}.zip"), unpacked)).ToList();
    var faults = packages.SelectMany(package => package.Faults())
        .Concat(Bom.Faults(Path.Combine("artifacts", "package", "hub.cdx.json"), Path.Combine("src", "Hub.Functions", "packages.lock.json"))).ToList();
    faults.ForEach(Console.WriteLine);
    if (faults.Count > 0) return 1;
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
        if (!await Smoke.PassesAsync(package)) return 1;
    }

    return 0;
}

static async Task<int> MeasureAsync(List<Package> packages)
{
    packages.Add(new Package("framework-dependent", Projectpaden.Functions(), 0));
    var starts = await Start.MeasureAsync(packages, rounds: 9);
    var report = new Report(Console.Out);
    report.Head();
    foreach (var package in packages) report.Row(package, starts[package], await Load.MeasureAsync(package, berichten: 1000));
    report.Ratios();
    return 0;
}
