using Hub.Local.FunctionsHost;
using Hub.Local.FunctionsHost.Hosting;

namespace TestWorker;

/// <summary>Instead of a worker, a host as a process of its own; prints its worker's process id and stays until it is killed.</summary>
internal static class HostRole
{
    public static async Task RunAsync(string appRoot)
    {
        await using var host = await LocalFunctionsHost.StartAsync(new FunctionsHostOptions { AppRoot = appRoot }, CancellationToken.None);
        Console.WriteLine(host.WorkerProcessId);
        await host.Completion;
    }
}
