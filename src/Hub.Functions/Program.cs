using Hub.Functions;

// The Functions host takes exit code 0 for a wish to stop, and would not start the app again.
const int Mislukt = 1;

// The host hands its own address down; ours is the port it gave (HubApp).
Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);

var (app, fouten) = HubApp.Bouw(args);
if (app is null)
{
    foreach (var fout in fouten) Console.Out.WriteLine(fout);
    return Mislukt;
}

await app.RunAsync();
return Mislukt;
