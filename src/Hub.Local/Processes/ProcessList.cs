using System.Diagnostics;
using System.Text.Json;

namespace Hub.Local.Processes;

/// <summary>
/// Keeps the child processes in a file, so that the next start can end what a <c>kill -9</c> left behind. Ids are used again by the
/// operating system: only a process with the same start time and command is ended.
/// </summary>
public sealed class ProcessList(string path, TimeProvider time)
{
    // The start time is computed from the boot time, which moves a little when the clock is set.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _fence = new();
    private readonly Dictionary<string, ChildProcess> _children = [];

    /// <summary>Notes that <paramref name="pid"/> runs as <paramref name="name"/>, in place of what ran under that name before.</summary>
    public void Note(string name, int pid, string command)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            var kind = new ChildProcess(name, pid, StartTime(process), CommandLine(pid) is null ? process.ProcessName : command);
            lock (_fence)
            {
                _children[name] = kind;
                Store();
            }
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // It is gone already: there is nothing to end.
        }
    }

    /// <summary>Forgets all: they have been ended.</summary>
    public void Erase()
    {
        lock (_fence)
        {
            _children.Clear();
            File.Delete(path);
        }
    }

    /// <summary>Ends what an earlier run left behind, and gives its names.</summary>
    public async Task<IReadOnlyList<string>> CleanUpAsync()
    {
        var beeindigd = new List<string>();
        foreach (var kind in Read())
        {
            using var process = Find(kind);
            if (process is null)
            {
                continue;
            }
            await ProcessSignal.BeeindigAsync(process, Patience, time).ConfigureAwait(false);
            beeindigd.Add(kind.Name);
        }

        Erase();
        return beeindigd;
    }

    /// <summary>
    /// The running process that <paramref name="kind"/> describes; null when it has ended or the id is someone else's now.
    /// </summary>
    public static Process? Find(ChildProcess kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Process? process = null;
        try
        {
            process = Process.GetProcessById(kind.Pid);
            var command = CommandLine(kind.Pid) ?? process.ProcessName;
            if ((StartTime(process) - kind.Started).Duration() <= Slack && command.Contains(kind.Command, StringComparison.Ordinal))
            {
                return process;
            }
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // There is no such process.
        }

        process?.Dispose();
        return null;
    }

    private static DateTimeOffset StartTime(Process process) => new DateTimeOffset(process.StartTime).ToUniversalTime();

    private static string? CommandLine(int pid)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{pid}/cmdline").Replace('\0', ' ') : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private List<ChildProcess> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<ChildProcess>>(File.ReadAllText(path)) ?? [];
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return [];
        }
    }

    private void Store()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var updated = path + ".nieuw";
        File.WriteAllText(updated, JsonSerializer.Serialize(_children.Values));
        File.Move(updated, path, overwrite: true);
    }
}
