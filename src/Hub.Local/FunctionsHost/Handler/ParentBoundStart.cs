using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>
/// Starts processes that the Linux kernel kills when this process dies, also by SIGKILL. The kernel watches the thread that started
/// them, so one thread that never ends starts them all. Without <c>setpriv</c> they are started as they are.
/// </summary>
internal static class ParentBoundStart
{
    private static readonly BlockingCollection<Action> Work = [];

    private static readonly Lazy<string?> SetPriv = new(FindSetPriv);

    static ParentBoundStart() =>
        new Thread(() =>
        {
            foreach (var action in Work.GetConsumingEnumerable())
                action();
        })
        { IsBackground = true, Name = "Handler starter" }.Start();

    public static void Start(Process process)
    {
        if (SetPriv.Value is { } setPriv)
            Wrap(process.StartInfo, setPriv);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                started.SetException(error);
            }
        });
        started.Task.GetAwaiter().GetResult();
    }

    private static void Wrap(ProcessStartInfo start, string setPriv)
    {
        var arguments = start.ArgumentList.ToList();
        start.ArgumentList.Clear();
        foreach (var argument in (string[])["--pdeathsig", "KILL", "--", start.FileName, .. arguments])
            start.ArgumentList.Add(argument);
        start.FileName = setPriv;
    }

    private static string? FindSetPriv()
    {
        const string path = "/usr/bin/setpriv";
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
            return null;
        using var probe = Process.Start(new ProcessStartInfo(path, ["--pdeathsig", "KILL", "--", "/bin/true"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        });
        probe?.WaitForExit();
        return probe?.ExitCode == 0 ? path : null;
    }
}
