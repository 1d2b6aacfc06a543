using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hub.Local.Processen;

/// <summary>Ends processes: first by asking, then by force.</summary>
internal static class Signaal
{
    private const int Sigterm = 15;

    /// <summary>Asks <paramref name="proces"/> to stop, and kills it with what it started when it is still there after <paramref name="geduld"/>.</summary>
    public static async Task BeeindigAsync(Process proces, TimeSpan geduld, TimeProvider tijd)
    {
        try
        {
            if (proces.HasExited) return;
            // Windows has no signal to ask with.
            if (!OperatingSystem.IsWindows() && Kill(proces.Id, Sigterm) == 0)
            {
                using var grens = new CancellationTokenSource(geduld, tijd);
                await proces.WaitForExitAsync(grens.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!proces.HasExited) proces.Kill(entireProcessTree: true);
            using var einde = new CancellationTokenSource(geduld, tijd);
            await proces.WaitForExitAsync(einde.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
