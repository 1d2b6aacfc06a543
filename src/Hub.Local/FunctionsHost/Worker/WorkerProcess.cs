using System.ComponentModel;
using System.Diagnostics;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>
/// One run of the worker's program. Disposing lets go of it; <see cref="Kill"/> ends it and what it started, without warning.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The operating system's id; stays readable after the exit.</summary>
    public int Id { get; private set; }

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Why the host ended it, if it did; then its exit is no failure.</summary>
    public string? EndReason { get; set; }

    /// <summary>True when it was ended because it did not get ready in time; then its exit is a failure all the same.</summary>
    public bool TimedOutStarting { get; set; }

    /// <exception cref="FunctionsHostException">The program cannot be started.</exception>
    public static WorkerProcess Start(ProcessStartInfo start, ILogger console)
    {
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var worker = new WorkerProcess(process);
        process.Exited += (_, _) => worker._exited.TrySetResult(process.ExitCode);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                console.WorkerOutput(line.Data);
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                console.WorkerError(line.Data);
            }
        };
        try
        {
            ParentBoundStart.Start(process);
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new FunctionsHostException($"The worker {Path.GetFileName(start.FileName)} cannot be started: {error.Message}.", error);
        }

        worker.Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>SIGKILL, so that nothing in the worker runs any more.</summary>
    public void Kill(string reason)
    {
        EndReason ??= reason;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was gone already.
        }
    }

    /// <summary>Waits until what it last wrote has been logged; a child that keeps its output open is not waited for.</summary>
    public async Task FlushOutputAsync(TimeSpan longest)
    {
        using var limit = new CancellationTokenSource(longest);
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _process.Dispose();
}
