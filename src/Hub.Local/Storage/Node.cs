using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Hub.Local.Storage;

/// <summary>Node.js, which Azurite needs.</summary>
internal static class Node
{
    private const int Minimum = 20;

    /// <summary>Checks that Node 20 or newer and npm are on the PATH; throws <see cref="StartException"/> when not.</summary>
    public static async Task CheckAsync(CancellationToken cancellation)
    {
        var (code, output) = await ExecuteAsync("node", ["--version"], null, cancellation).ConfigureAwait(false);
        if (code != 0 || !IsNewEnough(output))
        {
            throw new StartException(
                $"Node.js {Minimum} of nieuwer is nodig; gevonden: {(output.Length > 0 ? output : "niets")}. Zie https://nodejs.org."
            );
        }
    }

    /// <summary>Whether <c>node --version</c> said <c>v20.…</c> or newer.</summary>
    internal static bool IsNewEnough(string version) =>
        version.StartsWith('v')
        && int.TryParse(
            version.AsSpan(1, Math.Max(0, version.IndexOf('.', StringComparison.Ordinal) - 1)),
            CultureInfo.InvariantCulture,
            out var main
        )
        && main >= Minimum;

    /// <summary>
    /// Runs <c>npm</c> in a folder; gives the exit code and the first line that it wrote: that says what is wrong, the last only where its
    /// log is.
    /// </summary>
    public static Task<(int Code, string FirstRule)> NpmAsync(string folder, string[] arguments, CancellationToken cancellation) =>
        OperatingSystem.IsWindows()
            ? ExecuteAsync("cmd", ["/c", "npm", .. arguments], folder, cancellation)
            : ExecuteAsync("npm", arguments, folder, cancellation);

    private static async Task<(int Code, string FirstRule)> ExecuteAsync(
        string program,
        string[] arguments,
        string? folder,
        CancellationToken cancellation
    )
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                WorkingDirectory = folder ?? "",
            },
        };
        var first = "";
        void Remember(object afzender, DataReceivedEventArgs rule) => first = first.Length > 0 ? first : rule.Data?.Trim() ?? "";
        process.OutputDataReceived += Remember;
        process.ErrorDataReceived += Remember;
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            throw new StartException($"{program} is niet gevonden; installeer Node.js {Minimum} of nieuwer (https://nodejs.org).", fault);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, first);
    }
}
