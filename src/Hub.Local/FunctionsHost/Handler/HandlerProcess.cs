using System.ComponentModel;
using System.Diagnostics;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>One run of the handler's executable. Disposing kills it and what it started, without warning, as the real host does.</summary>
internal sealed class HandlerProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HandlerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        BaseAddress = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>The operating system's id; stays readable after the exit.</summary>
    public int Id { get; private set; }

    public int Port { get; }

    public Uri BaseAddress { get; }

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Why the host killed it, if it did; then its exit is no failure.</summary>
    public string? KillReason { get; private set; }

    /// <summary>True when it was killed because it did not answer in time; then its exit is a failure all the same.</summary>
    public bool TimedOutStarting { get; set; }

    /// <exception cref="FunctionsHostException">The executable cannot be started.</exception>
    public static HandlerProcess Start(ProcessStartInfo start, int port, ILogger console)
    {
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var handler = new HandlerProcess(process, port);
        process.Exited += (_, _) => handler._exited.TrySetResult(process.ExitCode);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                console.HandlerOutput(line.Data);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                console.HandlerError(line.Data);
        };
        try
        {
            ParentBoundStart.Start(process);
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new FunctionsHostException($"The handler {Path.GetFileName(start.FileName)} cannot be started: {error.Message}.", error);
        }

        handler.Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return handler;
    }

    /// <summary>SIGKILL, so that nothing in the handler runs any more.</summary>
    public void Kill(string reason)
    {
        KillReason ??= reason;
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
