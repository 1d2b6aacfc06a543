using Microsoft.Extensions.Hosting;

namespace TestWorker;

/// <summary>Tells the test that the worker was asked to end; it ends when the test has answered.</summary>
internal sealed class TellsItsEnd(Control control) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => control.TellAsync("stopping", new { });
}
