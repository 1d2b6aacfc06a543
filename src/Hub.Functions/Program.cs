using Hub.Functions;

// The Functions host takes exit code 0 for a wish to stop, and would not start the app again. It asked for the stop itself, or nobody did.
const int Failed = 1;

var (app, faults) = HubApp.Build(args);
if (app is null)
{
    foreach (var fault in faults)
    {
        Console.Out.WriteLine(fault);
    }
    return Failed;
}

await app.RunAsync();
return Failed;
