using Hub.Functions;

// The Functions host takes exit code 0 for a wish to stop, and would not start the app again. It asked for the stop itself, or nobody did.
const int Mislukt = 1;

var (app, fouten) = HubApp.Bouw(args);
if (app is null)
{
    foreach (var fout in fouten) Console.Out.WriteLine(fout);
    return Mislukt;
}

await app.RunAsync();
return Mislukt;
