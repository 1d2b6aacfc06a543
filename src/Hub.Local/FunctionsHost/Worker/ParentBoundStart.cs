using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>
/// Starts processes that the Linux kernel kills when this process dies, also by SIGKILL, and that Ctrl+C at the terminal does not reach:
/// the host tells them when to end. The kernel watches the thread that started them, so one thread that never ends starts them all. Where
/// <c>setpriv</c> and <c>setsid</c> are missing they are started as they are.
/// </summary>
internal static class ParentBoundStart
{
    private static readonly BlockingCollection<Action> Work = [];

    private static readonly string[] Wrapper = ["/usr/bin/setpriv", "--pdeathsig", "KILL", "--", "/usr/bin/setsid"];

    private static readonly Lazy<bool> CanWrap = new(TryWrapper);

    static ParentBoundStart() =>
        new Thread(() =>
        {
            foreach (var action in Work.GetConsumingEnumerable())
            {
                action();
            }
        })
        {
            IsBackground = true,
            Name = "Worker starter",
        }.Start();

    public static void Start(Process process)
    {
        if (CanWrap.Value)
        {
            Wrap(process.StartInfo);
        }
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

    private static void Wrap(ProcessStartInfo start)
    {
        var arguments = start.ArgumentList.ToList();
        start.ArgumentList.Clear();
        foreach (var argument in (string[])[.. Wrapper[1..], start.FileName, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        start.FileName = Wrapper[0];
    }

    private static bool TryWrapper()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Wrapper[0]) || !File.Exists(Wrapper[^1]))
        {
            return false;
        }
        using var probe = Process.Start(
            new ProcessStartInfo(Wrapper[0], [.. Wrapper[1..], "/bin/true"]) { RedirectStandardError = true, RedirectStandardOutput = true }
        );
        probe?.WaitForExit();
        return probe?.ExitCode == 0;
    }
}
