using System.Diagnostics;
using System.Text.Json;

namespace Hub.Local.Processen;

/// <summary>A child process as it was when it started: enough to know it again, and never to mistake another for it.</summary>
/// <param name="Naam">What it is, for people.</param>
/// <param name="Pid">The operating system's id.</param>
/// <param name="Gestart">When the operating system started it (UTC).</param>
/// <param name="Opdracht">A part of its command line, or its process name where that cannot be read.</param>
public sealed record Kindproces(string Naam, int Pid, DateTimeOffset Gestart, string Opdracht);

/// <summary>
/// Keeps the child processes in a file, so that the next start can end what a <c>kill -9</c> left behind. Ids are used again by the
/// operating system: only a process with the same start time and command is ended.
/// </summary>
public sealed class Procesregister(string pad, TimeProvider tijd)
{
    // The start time is computed from the boot time, which moves a little when the clock is set.
    private static readonly TimeSpan Speling = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    private readonly Lock _hek = new();
    private readonly Dictionary<string, Kindproces> _kinderen = [];

    /// <summary>Notes that <paramref name="pid"/> runs as <paramref name="naam"/>, in place of what ran under that name before.</summary>
    public void Noteer(string naam, int pid, string opdracht)
    {
        try
        {
            using var proces = Process.GetProcessById(pid);
            var kind = new Kindproces(naam, pid, Starttijd(proces), Opdrachtregel(pid) is null ? proces.ProcessName : opdracht);
            lock (_hek)
            {
                _kinderen[naam] = kind;
                Bewaar();
            }
        }
        catch (Exception fout) when (fout is ArgumentException or InvalidOperationException)
        {
            // It is gone already: there is nothing to end.
        }
    }

    /// <summary>Forgets all: they have been ended.</summary>
    public void Wis()
    {
        lock (_hek)
        {
            _kinderen.Clear();
            File.Delete(pad);
        }
    }

    /// <summary>Ends what an earlier run left behind, and gives its names.</summary>
    public async Task<IReadOnlyList<string>> RuimOpAsync()
    {
        var beeindigd = new List<string>();
        foreach (var kind in Lees())
        {
            using var proces = Vind(kind);
            if (proces is null) continue;
            await Signaal.BeeindigAsync(proces, Geduld, tijd).ConfigureAwait(false);
            beeindigd.Add(kind.Naam);
        }

        Wis();
        return beeindigd;
    }

    /// <summary>The running process that <paramref name="kind"/> describes; null when it has ended or the id is someone else's now.</summary>
    public static Process? Vind(Kindproces kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Process? proces = null;
        try
        {
            proces = Process.GetProcessById(kind.Pid);
            var opdracht = Opdrachtregel(kind.Pid) ?? proces.ProcessName;
            if ((Starttijd(proces) - kind.Gestart).Duration() <= Speling && opdracht.Contains(kind.Opdracht, StringComparison.Ordinal)) return proces;
        }
        catch (Exception fout) when (fout is ArgumentException or InvalidOperationException)
        {
            // There is no such process.
        }

        proces?.Dispose();
        return null;
    }

    private static DateTimeOffset Starttijd(Process proces) => new DateTimeOffset(proces.StartTime).ToUniversalTime();

    private static string? Opdrachtregel(int pid)
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

    private List<Kindproces> Lees()
    {
        try
        {
            return JsonSerializer.Deserialize<List<Kindproces>>(File.ReadAllText(pad)) ?? [];
        }
        catch (Exception fout) when (fout is IOException or JsonException)
        {
            return [];
        }
    }

    private void Bewaar()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(pad)!);
        var nieuw = pad + ".nieuw";
        File.WriteAllText(nieuw, JsonSerializer.Serialize(_kinderen.Values));
        File.Move(nieuw, pad, overwrite: true);
    }
}
