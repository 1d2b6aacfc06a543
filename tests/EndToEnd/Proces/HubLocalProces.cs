using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Hub.Local.Opstarten;
using Hub.Local.Processen;

namespace EndToEnd.Proces;

/// <summary>Hub.Local as people start it: its own process, with what it prints.</summary>
internal sealed class HubLocalProces : IDisposable
{
    /// <summary>A background job of a script ignores Ctrl+C, under nohup also a closed terminal, and hands that down.</summary>
    private static readonly string[] Listening = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,HUP", "dotnet"] : ["dotnet"];

    private readonly Process _proces;
    private readonly string _map;
    private readonly ConcurrentQueue<string> _regels = [];
    private readonly ConcurrentQueue<string> _fouten = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HubLocalProces(string map, params string[] argumenten)
    {
        _map = map;
        _proces = new Process
        {
            StartInfo = new ProcessStartInfo(Listening[0], [.. Listening[1..], typeof(HubOmgeving).Assembly.Location, "--map", map, .. argumenten])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        _proces.OutputDataReceived += (_, regel) =>
        {
            if (regel.Data is null) return;
            _regels.Enqueue(regel.Data);
            TaskCompletionSource seen;
            lock (_gate) (seen, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            seen.SetResult();
        };
        _proces.ErrorDataReceived += (_, regel) =>
        {
            if (regel.Data is not null) _fouten.Enqueue(regel.Data);
        };
        _proces.Start();
        _proces.BeginOutputReadLine();
        _proces.BeginErrorReadLine();
    }

    public IReadOnlyCollection<string> Regels => _regels;

    public IReadOnlyCollection<string> Fouten => _fouten;

    /// <summary>A state folder of its own, with the shared installation of Azurite.</summary>
    public static DirectoryInfo MaakMap()
    {
        var map = Directory.CreateTempSubdirectory("hub-local-proces-");
        var azurite = Directory.CreateDirectory(Path.Combine(Projectpaden.Toestandsmap(), "azurite"));
        Directory.CreateSymbolicLink(Path.Combine(map.FullName, "azurite"), azurite.FullName);
        return map;
    }

    /// <summary>Waits until it says that it stays up.</summary>
    public Task WachtTotDraaitAsync(CancellationToken cancellation) => WaitForLineAsync("Ctrl+C", cancellation);

    /// <summary>Waits for a line that begins so, and gives it.</summary>
    public async Task<string> WaitForLineAsync(string begin, CancellationToken cancellation)
    {
        while (true)
        {
            Task more;
            lock (_gate) more = _more.Task;
            if (_regels.FirstOrDefault(regel => regel.TrimStart().StartsWith(begin, StringComparison.Ordinal)) is { } found) return found;
            Assert.False(_proces.HasExited, string.Join('\n', _regels.Concat(_fouten)));
            await more.WaitAsync(Patience.Longest, cancellation);
        }
    }

    /// <summary>The token that was printed for a deelnemer.</summary>
    public string TokenOf(string code) => _regels.SkipWhile(regel => !regel.StartsWith($"  {code} ", StringComparison.Ordinal)).ElementAt(1).Trim();

    /// <summary>The address that was printed behind <paramref name="name"/>.</summary>
    public string AddressOf(string name) => _regels.First(regel => regel.StartsWith($"  {name} ", StringComparison.Ordinal))[(name.Length + 3)..].Trim();

    /// <summary>Waits for its end; gives the exit code.</summary>
    public async Task<int> WachtOpEindeAsync(CancellationToken cancellation)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        grens.CancelAfter(Patience.Longest);
        await _proces.WaitForExitAsync(grens.Token);
        return _proces.ExitCode;
    }

    /// <summary>The child processes that it has noted, once there are <paramref name="aantal"/>.</summary>
    public async Task<IReadOnlyList<Kindproces>> KinderenAsync(int aantal, CancellationToken cancellation)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        grens.CancelAfter(Patience.Longest);
        while (true)
        {
            grens.Token.ThrowIfCancellationRequested();
            if (Lees() is { } kinderen && kinderen.Count >= aantal) return kinderen;
            Assert.False(_proces.HasExited, string.Join('\n', _regels.Concat(_fouten)));
            await Task.Delay(TimeSpan.FromMilliseconds(50), grens.Token);
        }
    }

    /// <summary>Sends a signal, such as INT for Ctrl+C.</summary>
    public void Stuur(string signaal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signaal} {_proces.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_proces.HasExited) _proces.Kill(entireProcessTree: true);
        _proces.Dispose();
    }

    private List<Kindproces>? Lees()
    {
        try
        {
            return JsonSerializer.Deserialize<List<Kindproces>>(File.ReadAllText(Path.Combine(_map, "processen.json")));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
