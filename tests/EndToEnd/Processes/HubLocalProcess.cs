using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Hub.Local.Processes;
using Hub.Local.Starting;

namespace EndToEnd.Processes;

/// <summary>Hub.Local as people start it: its own process, with what it prints.</summary>
internal sealed class HubLocalProcess : IDisposable
{
    /// <summary>A background job of a script ignores Ctrl+C, under nohup also a closed terminal, and hands that down.</summary>
    private static readonly string[] Listening = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,HUP", "dotnet"] : ["dotnet"];

    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _rules = [];
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HubLocalProcess(string folder, params string[] arguments)
    {
        _folder = folder;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Listening[0],
                [.. Listening[1..], typeof(LocalHub).Assembly.Location, "--map", folder, .. arguments]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        _process.OutputDataReceived += (_, rule) =>
        {
            if (rule.Data is null)
            {
                return;
            }
            _rules.Enqueue(rule.Data);
            TaskCompletionSource seen;
            lock (_gate)
            {
                (seen, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            seen.SetResult();
        };
        _process.ErrorDataReceived += (_, rule) =>
        {
            if (rule.Data is not null)
            {
                _faults.Enqueue(rule.Data);
            }
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public IReadOnlyCollection<string> Rules => _rules;

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>A state folder of its own, with the shared installation of Azurite.</summary>
    public static DirectoryInfo MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("hub-local-proces-");
        var azurite = Directory.CreateDirectory(Path.Combine(ProjectPaths.StateFolder(), "azurite"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "azurite"), azurite.FullName);
        return folder;
    }

    /// <summary>Waits until it says that it stays up.</summary>
    public Task WaitUntilRunsAsync(CancellationToken cancellation) => WaitForLineAsync("Ctrl+C", cancellation);

    /// <summary>Waits for a line that begins so, and gives it.</summary>
    public async Task<string> WaitForLineAsync(string begin, CancellationToken cancellation)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                more = _more.Task;
            }
            if (_rules.FirstOrDefault(rule => rule.TrimStart().StartsWith(begin, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }
            Assert.False(_process.HasExited, string.Join('\n', _rules.Concat(_faults)));
            await more.WaitAsync(Patience.Longest, cancellation);
        }
    }

    /// <summary>The token that was printed for a deelnemer.</summary>
    public string TokenOf(string code) =>
        _rules.SkipWhile(rule => !rule.StartsWith($"  {code} ", StringComparison.Ordinal)).ElementAt(1).Trim();

    /// <summary>The address that was printed behind <paramref name="name"/>.</summary>
    public string AddressOf(string name) =>
        _rules.First(rule => rule.StartsWith($"  {name} ", StringComparison.Ordinal))[(name.Length + 3)..].Trim();

    /// <summary>Waits for its end; gives the exit code.</summary>
    public async Task<int> WaitForEndAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience.Longest);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>The child processes that it has noted, once there are <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<ChildProcess>> ChildrenAsync(int count, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience.Longest);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (Read() is { } children && children.Count >= count)
            {
                return children;
            }
            Assert.False(_process.HasExited, string.Join('\n', _rules.Concat(_faults)));
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    /// <summary>Sends a signal, such as INT for Ctrl+C.</summary>
    public void Send(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private List<ChildProcess>? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<ChildProcess>>(File.ReadAllText(Path.Combine(_folder, "processen.json")));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
