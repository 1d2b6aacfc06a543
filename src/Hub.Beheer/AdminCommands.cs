using System.CommandLine;
using Commands;

namespace Hub.Beheer;

/// <summary>The commands of who runs the hub.</summary>
internal static class AdminCommands
{
    private static readonly CommandLineProgram Program = new(
        "hub-beheer",
        "Beheer van de iJw Hub. De instellingen komen uit omgevingsvariabelen, met dezelfde namen als die van de app.",
        $"hub-beheer {typeof(AdminCommands).Assembly.GetName().Version!.ToString(3)}",
        AdminHelp.Closing
    );

    /// <summary>Does what the command line asks; gives an <see cref="AdminExitCode"/>.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Gives an environment variable by its name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress and faults go.</param>
    /// <param name="cancellation">Stops it; what was done stays done.</param>
    public static async Task<int> ExecuteAsync(
        string[] arguments,
        Func<string, string?> variable,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        Command[] commands =
        [
            HistoryCommand.Make(variable, output, error),
            RebuildCommand.Make(variable, output, error),
            SearchIndexCommand.Make(variable, output, error),
            CompleteCommand.Make(variable, output, error),
            StateCommand.Make(variable, output, error),
            InspectionCommand.Make(variable, output, error),
            RefusalCommand.Make(variable, output, error),
            DestroyCommand.Make(variable, output, error),
            ProofCommand.Make(variable, output, error),
            ExportCommand.Make(variable, output, error),
            RestoreCommand.Make(variable, output, error),
        ];
        try
        {
            return await Program.RunAsync(commands, arguments, output, error, new Paint(isOn: false), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Gestopt. Geef de opdracht nog eens om verder te gaan.").ConfigureAwait(false);
        }
        catch (StorageException storage)
        {
            await error
                .WriteLineAsync($"De opslag geeft een fout ({storage.Message}). Geef de opdracht nog eens om verder te gaan.")
                .ConfigureAwait(false);
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            // Only the kind of fault: a message of an exception may quote what was being read.
            await error.WriteLineAsync($"Gestopt door een fout in het programma zelf ({other.GetType().Name}).").ConfigureAwait(false);
        }

        return AdminExitCode.Failed;
    }
}
