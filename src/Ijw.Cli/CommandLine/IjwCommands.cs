using Commands;

namespace Ijw.Cli.CommandLine;

/// <summary>The commands of ijw.</summary>
internal static class IjwCommands
{
    private static readonly CommandLineProgram Program = new(
        "ijw",
        "Controleert, verklaart, beantwoordt en maakt iJw 3.2-berichten.",
        $"ijw {IjwVersion.Text} (iJw 3.2)",
        IjwHelp.Closing
    );

    /// <summary>Does what the command line asks.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static Task<int> ExecuteAsync(string[] arguments, Terminal terminal) =>
        Program.RunAsync(
            [
                CheckCommand.Make(terminal),
                ExplanationCommand.Make(terminal),
                RetourCommand.Make(terminal, TimeProvider.System),
                SampleCommand.Make(terminal),
                XsdCommand.Make(terminal),
            ],
            arguments,
            terminal.Out,
            terminal.Error,
            terminal.Paint,
            CancellationToken.None
        );
}
