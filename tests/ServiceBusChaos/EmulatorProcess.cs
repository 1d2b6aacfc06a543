using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ServiceBusEmulator;

namespace ServiceBusChaos;

/// <summary>The emulator as a process of its own.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    // A bound on what must happen, not its pace: the machine may be busy.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>A background job of a script ignores Ctrl+C, under nohup also a closed terminal, and hands that down.</summary>
    private static readonly string[] Listening = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,HUP", "dotnet"] : ["dotnet"];

    private readonly Process _process;

    private EmulatorProcess(Process process, string connectionString, int port) =>
        (_process, ConnectionString, Port) = (process, connectionString, port);

    public string ConnectionString { get; }

    public int Port { get; }

    public int Id => _process.Id;

    /// <summary>What it has in memory now, in MB.</summary>
    public long MegabytesInMemory => Signals.MegabytesInMemory(Id);

    /// <summary>Starts it; with <paramref name="largestFile"/> (KB) no file of it grows beyond that, as on a full disk.</summary>
    public static async Task<EmulatorProcess> StartAsync(string config, string data, int port = 0, int? largestFile = null)
    {
        var process = Launch(largestFile, "--config", config, "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var connectionString = await process.StandardOutput.ReadLineAsync(limit.Token);
            using var line = JsonDocument.Parse(
                await process.StandardOutput.ReadLineAsync(limit.Token)
                    ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(limit.Token))
            );
            if (connectionString != line.RootElement.GetProperty("connectionString").GetString())
            {
                throw new InvalidOperationException("The two lines that the emulator prints differ.");
            }
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
        using var process = Launch(null, arguments);
        using var limit = new CancellationTokenSource(Limit);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Sends a signal by its name; gives the exit code.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        using var limit = new CancellationTokenSource(Limit);
        await Signals.SendAsync(Id, signal);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }
        _process.Dispose();
    }

    private static Process Launch(int? largestFile, params string[] arguments)
    {
        var program = typeof(Emulator).Assembly.Location;
        var start = largestFile is null
            ? new ProcessStartInfo(Listening[0], [.. Listening[1..], program, .. arguments])
            // Ignored, the signal for a file that would grow too large becomes an error of the write; the runtime's own large mapping would
            // trip over the limit.
            : new ProcessStartInfo(
                "bash",
                ["-c", $"trap '' XFSZ; ulimit -f {largestFile}; exec dotnet \"$@\"", "bash", program, .. arguments]
            )
            {
                Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
            };
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return Process.Start(start)!;
    }
}
