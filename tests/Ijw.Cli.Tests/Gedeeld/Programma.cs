using System.Diagnostics;
using System.Text;

namespace Ijw.Cli.Tests.Gedeeld;

/// <summary>Runs programs as a shell would: real processes with real pipes.</summary>
internal static class Programma
{
    private static readonly TimeSpan Geduld = TimeSpan.FromMinutes(2);

    /// <summary>The built ijw.</summary>
    public static string Pad { get; } = Path.Join(AppContext.BaseDirectory, "Ijw.Cli.dll");

    /// <summary>Runs ijw in a folder.</summary>
    public static Task<Uitkomst> Ijw(string map, params string[] argumenten) => Voer("dotnet", map, null, [Pad, .. argumenten]);

    /// <summary>Runs ijw in a folder with bytes on its standard input.</summary>
    public static Task<Uitkomst> IjwMet(byte[] invoer, string map, params string[] argumenten) => Voer("dotnet", map, invoer, [Pad, .. argumenten]);

    /// <summary>Runs ijw on a pseudo-terminal, so that it believes somebody looks; standard error is in the output too.</summary>
    public static Task<Uitkomst> IjwOpTerminal(string map, string omgeving, string opdracht) =>
        Voer("script", map, null, ["-qec", $"env {omgeving} TERM=xterm dotnet '{Pad}' {opdracht}", "/dev/null"]);

    /// <summary>Runs a line of the shell in which <c>ijw</c> is the built ijw; <c>$?</c> of its last command is the code.</summary>
    public static Task<Uitkomst> Shell(string map, string script) =>
        Voer("sh", map, null, ["-c", $"ijw() {{ dotnet '{Pad}' \"$@\"; }}\n{script}"]);

    /// <summary>Runs a program until it ends by itself.</summary>
    public static async Task<Uitkomst> Voer(string programma, string map, byte[]? invoer, string[] argumenten)
    {
        var start = new ProcessStartInfo(programma, argumenten)
        {
            WorkingDirectory = map,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var proces = Process.Start(start)!;
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        grens.CancelAfter(Geduld);
        try
        {
            var uit = proces.StandardOutput.ReadToEndAsync(grens.Token);
            var fout = proces.StandardError.ReadToEndAsync(grens.Token);
            if (invoer is not null) await Schrijf(proces, invoer, grens.Token);
            proces.StandardInput.Close();
            await proces.WaitForExitAsync(grens.Token);
            return new Uitkomst(proces.ExitCode, await uit, await fout);
        }
        finally
        {
            if (!proces.HasExited) proces.Kill(entireProcessTree: true);
        }
    }

    private static async Task Schrijf(Process proces, byte[] invoer, CancellationToken cancellation)
    {
        try
        {
            await proces.StandardInput.BaseStream.WriteAsync(invoer, cancellation);
        }
        catch (IOException)
        {
            // A program that has read enough closes its input.
        }
    }
}
