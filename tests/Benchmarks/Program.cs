using Benchmarks;

// dotnet run -c Release --project tests/Benchmarks            prints the table
// dotnet run -c Release --project tests/Benchmarks -- --snel  fewer rounds
// dotnet run -c Release --project tests/Benchmarks -- --dossier  a large JW323 against its dossier
var snel = args.Contains("--snel");
if (args.Contains("--dossier"))
{
    var dossiers = new Dossiermeting(Console.Out, snel ? 3 : 9);
    dossiers.Meet(2_000, 0, 24, 60);
    dossiers.Meet(4_000, 24);
    return;
}

var meting = new Meting(snel ? 3 : 9);
var verslag = new Verslag(Console.Out);
verslag.Kop();
foreach (var invoer in Invoer.Alle(snel)) verslag.Rij(invoer, meting.Meet(invoer, Deelnemers.Alle(invoer)));
verslag.Lineair(meting, snel);
verslag.Geheugen();
