using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ServiceBusEmulator.Tests.Processes;

/// <summary>The emulator as a process of its own.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Process process;

    private EmulatorProcess(Process process, string connectionString, int port)
        => (this.process, ConnectionString, Port) = (process, connectionString, port);

    public string ConnectionString { get; }

    public int Port { get; }

    public int Id => process.Id;

    public static async Task<EmulatorProcess> StartAsync(string config, string data, int port = 0)
    {
        var process = Launch("--config", config, "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var connectionString = await process.StandardOutput.ReadLineAsync(limit.Token);
            using var line = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(limit.Token)));
            Assert.Equal(connectionString, line.RootElement.GetProperty("connectionString").GetString());
            return new EmulatorProcess(process, connectionString!, line.RootElement.GetProperty("port").GetInt32());
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>Runs it until it ends by itself; gives its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Launch(arguments);
        using var limit = new CancellationTokenSource(Limit);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Sends a signal by its name; gives the exit code.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static Process Launch(params string[] arguments)
        => Process.Start(new ProcessStartInfo("dotnet", [typeof(Emulator).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
