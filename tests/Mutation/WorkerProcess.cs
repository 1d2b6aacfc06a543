using System.Diagnostics;

namespace Mutation;

/// <summary>A worker, seen from the process that asks.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="folder">The folder with the mutated assembly.</param>
    /// <param name="arguments">Those of <see cref="Worker.Run"/>.</param>
    public WorkerProcess(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Join(folder, "Mutation.dll"), Program.WorkerCommand, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // One core, a bounded memory for mutants that keep adding, and no time spent on code that runs once.
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = "80000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>The next answer; null when the process ended or didn't answer in time, and then it is ended.</summary>
    public async Task<string?> Answer(TimeSpan within)
    {
        using var bound = new CancellationTokenSource(within);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(bound.Token) is { } line)
            {
                if (line.StartsWith(Worker.Answer, StringComparison.Ordinal))
                {
                    return line[Worker.Answer.Length..];
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It goes on for ever where no step is counted.
        }

        _process.Kill();
        return null;
    }

    /// <summary>Asks for a verdict.</summary>
    public async Task<string?> Ask(string job, TimeSpan within)
    {
        await _process.StandardInput.WriteLineAsync(job);
        await _process.StandardInput.FlushAsync();
        return await Answer(within);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
