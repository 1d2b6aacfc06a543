using System.Diagnostics;
using System.Globalization;
using Hub.Azure.ServiceBus;
using Hub.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServiceBusEmulator.Tests.Processes;

/// <summary>A broker that hangs without closing its connections (SIGSTOP).</summary>
public sealed class FrozenTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_notices_within_the_idle_timeout_and_goes_on_when_it_thaws()
    {
        var config = Path.Combine(folder.FullName, "queues.json");
        await File.WriteAllTextAsync(config, """{"queues":[{"name":"q"}]}""", Stop);
        await using var emulator = await EmulatorProcess.StartAsync(config, Path.Combine(folder.FullName, "data"));
        var idle = TimeSpan.FromSeconds(4);
        await using var client = new ServiceBusQueueClient(
            new ServiceBusOptions { ConnectionString = emulator.ConnectionString, IdleTimeout = idle, OperationTimeout = TimeSpan.FromSeconds(10), SendRetries = 0 },
            TimeProvider.System,
            NullLogger<ServiceBusQueueClient>.Instance);
        await client.SendAsync("q", Message("before"), Stop);

        await KillAsync(emulator.Id, "STOP");
        var started = Stopwatch.GetTimestamp();
        try
        {
            var failure = await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("q", Message("frozen"), Stop));
            Assert.Equal(QueueFailure.Retry, failure.Failure);
            Assert.True(Stopwatch.GetElapsedTime(started) < idle + TimeSpan.FromSeconds(3), $"took {Stopwatch.GetElapsedTime(started)}");
        }
        finally
        {
            await KillAsync(emulator.Id, "CONT");
        }
        await client.SendAsync("q", Message("after"), Stop);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static QueueMessage Message(string id) => new() { MessageId = id, Body = new byte[10] };

    private static async Task KillAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Stop);
    }
}
