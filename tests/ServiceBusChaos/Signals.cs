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
}
