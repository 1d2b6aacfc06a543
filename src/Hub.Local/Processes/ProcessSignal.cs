using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hub.Local.Processes;

/// <summary>Ends processes: first by asking, then by force.</summary>
internal static class ProcessSignal
{
    private const int Sigterm = 15;

    /// <summary>
    /// Asks <paramref name="process"/> to stop, and kills it with what it started when it is still there after <paramref name="patience"/>.
    /// </summary>
    public static async Task BeeindigAsync(Process process, TimeSpan patience, TimeProvider time)
    {
        try
        {
            if (process.HasExited)
            {
                return;
            }
            // Windows has no signal to ask with.
            if (!OperatingSystem.IsWindows() && Kill(process.Id, Sigterm) == 0)
            {
                using var limit = new CancellationTokenSource(patience, time);
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
            using var end = new CancellationTokenSource(patience, time);
            await process.WaitForExitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
