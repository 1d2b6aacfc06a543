using System.Diagnostics;
using System.Text;

namespace Ijw.Cli.Tests.Shared;

/// <summary>Runs programs as a shell would: real processes with real pipes.</summary>
internal static class IjwProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The built ijw.</summary>
    public static string Path { get; } = System.IO.Path.Join(AppContext.BaseDirectory, "Ijw.Cli.dll");

    /// <summary>Runs ijw in a folder.</summary>
    public static Task<ProgramOutcome> Ijw(string folder, params string[] arguments) => Run("dotnet", folder, null, [Path, .. arguments]);

    /// <summary>Runs ijw in a folder with bytes on its standard input.</summary>
    public static Task<ProgramOutcome> IjwWith(byte[] input, string folder, params string[] arguments) =>
        Run("dotnet", folder, input, [Path, .. arguments]);

    /// <summary>Runs ijw on a pseudo-terminal, so that it believes somebody looks; standard error is in the output too.</summary>
    public static Task<ProgramOutcome> IjwOnTerminal(string folder, string environment, string command) =>
        Run("script", folder, null, ["-qec", $"env {environment} TERM=xterm dotnet '{Path}' {command}", "/dev/null"]);

    /// <summary>Runs a line of the shell in which <c>ijw</c> is the built ijw; <c>$?</c> of its last command is the code.</summary>
    public static Task<ProgramOutcome> Shell(string folder, string script) =>
        Run("sh", folder, null, ["-c", $"ijw() {{ dotnet '{Path}' \"$@\"; }}\n{script}"]);

    /// <summary>Runs a program until it ends by itself.</summary>
    public static async Task<ProgramOutcome> Run(string program, string folder, byte[]? input, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var fault = process.StandardError.ReadToEndAsync(limit.Token);
            if (input is not null)
            {
                await Write(process, input, limit.Token);
            }
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new ProgramOutcome(process.ExitCode, await output, await fault);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task Write(Process process, byte[] input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
        }
        catch (IOException)
        {
            // A program that has read enough closes its input.
        }
    }
}
