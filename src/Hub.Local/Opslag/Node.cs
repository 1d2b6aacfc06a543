using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Hub.Local.Opslag;

/// <summary>Node.js, which Azurite needs.</summary>
internal static class Node
{
    private const int Minimum = 20;

    /// <summary>Checks that Node 20 or newer and npm are on the PATH; throws <see cref="OpstartException"/> when not.</summary>
    public static async Task ControleerAsync(CancellationToken cancellation)
    {
        var (code, uitvoer) = await VoerUitAsync("node", ["--version"], null, cancellation).ConfigureAwait(false);
        if (code != 0 || !IsNieuwGenoeg(uitvoer))
            throw new OpstartException($"Node.js {Minimum} of nieuwer is nodig; gevonden: {(uitvoer.Length > 0 ? uitvoer : "niets")}. Zie https://nodejs.org.");
    }

    /// <summary>Whether <c>node --version</c> said <c>v20.…</c> or newer.</summary>
    internal static bool IsNieuwGenoeg(string versie) =>
        versie.StartsWith('v')
        && int.TryParse(versie.AsSpan(1, Math.Max(0, versie.IndexOf('.', StringComparison.Ordinal) - 1)), CultureInfo.InvariantCulture, out var hoofd)
        && hoofd >= Minimum;

    /// <summary>Runs <c>npm</c> in a folder; gives the exit code and the first line that it wrote: that says what is wrong, the last only where its log is.</summary>
    public static Task<(int Code, string EersteRegel)> NpmAsync(string map, string[] argumenten, CancellationToken cancellation) =>
        OperatingSystem.IsWindows()
            ? VoerUitAsync("cmd", ["/c", "npm", .. argumenten], map, cancellation)
            : VoerUitAsync("npm", argumenten, map, cancellation);

    private static async Task<(int Code, string EersteRegel)> VoerUitAsync(
        string programma, string[] argumenten, string? map, CancellationToken cancellation)
    {
        using var proces = new Process
        {
            StartInfo = new ProcessStartInfo(programma, argumenten)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                WorkingDirectory = map ?? "",
            },
        };
        var eerste = "";
        void Onthoud(object afzender, DataReceivedEventArgs regel) => eerste = eerste.Length > 0 ? eerste : regel.Data?.Trim() ?? "";
        proces.OutputDataReceived += Onthoud;
        proces.ErrorDataReceived += Onthoud;
        try
        {
            proces.Start();
        }
        catch (Win32Exception fout)
        {
            throw new OpstartException($"{programma} is niet gevonden; installeer Node.js {Minimum} of nieuwer (https://nodejs.org).", fout);
        }

        proces.BeginOutputReadLine();
        proces.BeginErrorReadLine();
        try
        {
            await proces.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            proces.Kill(entireProcessTree: true);
            throw;
        }

        return (proces.ExitCode, eerste);
    }
}
