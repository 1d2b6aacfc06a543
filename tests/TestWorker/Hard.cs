using System.Runtime.InteropServices;

namespace TestWorker;

/// <summary>Ends the process at this instruction: nothing in it is asked, waited for or written any more.</summary>
internal static class Hard
{
    public static void Exit(int code)
    {
        if (OperatingSystem.IsLinux())
        {
            ExitNow(code);
        }
        Environment.Exit(code);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ExitNow(int code);
}
