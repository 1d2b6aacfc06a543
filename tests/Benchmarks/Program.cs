using Benchmarks;

// dotnet run -c Release --project tests/Benchmarks            prints the table
// dotnet run -c Release --project tests/Benchmarks -- --snel  fewer rounds
var snel = args.Contains("--snel");
var meting = new Meting(snel ? 3 : 9);
var verslag = new Verslag(Console.Out);
verslag.Kop();
foreach (var invoer in Invoer.Alle(snel)) verslag.Rij(invoer, meting.Meet(invoer, Deelnemers.Alle(invoer)));
verslag.Lineair(meting, snel);
verslag.Geheugen();
