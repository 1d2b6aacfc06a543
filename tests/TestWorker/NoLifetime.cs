using Microsoft.Extensions.Hosting;

namespace TestWorker;

/// <summary>Nothing but the host ends the worker: no signal, and no exit waits for what runs.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
