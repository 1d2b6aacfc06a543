using Benchmarks;

// dotnet run -c Release --project tests/Benchmarks            prints the table
// dotnet run -c Release --project tests/Benchmarks -- --snel  fewer rounds
// dotnet run -c Release --project tests/Benchmarks -- --dossier  a large JW323 against its dossier
var fast = args.Contains("--snel");
if (args.Contains("--dossier"))
{
    var dossiers = new DossierMeasurement(Console.Out, fast ? 3 : 9);
    dossiers.Measure(2_000, 0, 24, 60);
    dossiers.Measure(4_000, 24);
    return;
}

var measurement = new Measurement(fast ? 3 : 9);
var report = new BenchReport(Console.Out);
report.Header();
foreach (var input in Input.All(fast))
{
    report.Row(input, measurement.Measure(input, Contestants.All(input)));
}
report.Linear(measurement, fast);
report.Memory();
