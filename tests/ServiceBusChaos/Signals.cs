using System.Diagnostics;
using System.Globalization;

namespace ServiceBusChaos;

/// <summary>What is done to, and read of, another process.</summary>
internal static class Signals
{
    public static async Task SendAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public static long MegabytesInMemory(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / (1024 * 1024);
    }

    /// <summary>Returns when no thread of the process runs any more: a signal is on its way for a moment.</summary>
    public static async Task WaitUntilStoppedAsync(int processId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!Directory.GetDirectories($"/proc/{processId}/task").All(IsStopped))
        {
            await Task.Delay(1, limit.Token);
        }
    }

    // The state stands behind the name, which is in brackets and may hold anything.
    private static bool IsStopped(string thread)
    {
        var stat = File.ReadAllText(Path.Combine(thread, "stat"));
        return stat[(stat.LastIndexOf(')') + 2)] is 'T' or 't';
    }
}
