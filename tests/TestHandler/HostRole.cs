using Hub.Local.FunctionsHost;

namespace TestHandler;

/// <summary>Instead of a handler, a host as a process of its own; prints its handler's process id and stays until it is killed.</summary>
internal static class HostRole
{
    public static async Task RunAsync(string appRoot)
    {
        await using var host = await LocalFunctionsHost.StartAsync(new FunctionsHostOptions { AppRoot = appRoot }, CancellationToken.None);
        Console.WriteLine(host.HandlerProcessId);
        await host.Completion;
    }
}
