using System.CommandLine;
using Commands;

namespace Hub.Beheer;

/// <summary>The commands of who runs the hub.</summary>
internal static class Opdrachten
{
    private static readonly CommandLineProgram Program = new(
        "hub-beheer",
        "Beheer van de iJw Hub. De instellingen komen uit omgevingsvariabelen, met dezelfde namen als die van de app.",
        $"hub-beheer {typeof(Opdrachten).Assembly.GetName().Version!.ToString(3)}",
        Opdrachthulp.Closing);

    /// <summary>Does what the command line asks; gives an <see cref="Afsluitcode"/>.</summary>
    /// <param name="argumenten">The command line.</param>
    /// <param name="variabele">Gives an environment variable by its name.</param>
    /// <param name="uit">Where results go.</param>
    /// <param name="fout">Where progress and faults go.</param>
    /// <param name="cancellation">Stops it; what was done stays done.</param>
    public static async Task<int> VoerUitAsync(
        string[] argumenten, Func<string, string?> variabele, TextWriter uit, TextWriter fout, CancellationToken cancellation)
    {
        Command[] commands =
        [
            HistorieOpdracht.Maak(variabele, uit, fout),
            HerbouwOpdracht.Maak(variabele, uit, fout),
            SearchIndexCommand.Make(variabele, uit, fout),
            CompleetOpdracht.Maak(variabele, uit, fout),
            StandOpdracht.Maak(variabele, uit, fout),
            InzageOpdracht.Maak(variabele, uit, fout),
            WeigeringOpdracht.Maak(variabele, uit, fout),
            VernietigOpdracht.Maak(variabele, uit, fout),
            BewijsOpdracht.Maak(variabele, uit, fout),
            ExportCommand.Make(variabele, uit, fout),
            RestoreCommand.Make(variabele, uit, fout),
        ];
        try
        {
            return await Program.RunAsync(commands, argumenten, uit, fout, new Verf(aan: false), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await fout.WriteLineAsync("Gestopt. Geef de opdracht nog eens om verder te gaan.").ConfigureAwait(false);
        }
        catch (OpslagException opslag)
        {
            await fout.WriteLineAsync($"De opslag geeft een fout ({opslag.Message}). Geef de opdracht nog eens om verder te gaan.").ConfigureAwait(false);
        }
        catch (Exception ander) when (ander is not OutOfMemoryException)
        {
            // Only the kind of fault: a message of an exception may quote what was being read.
            await fout.WriteLineAsync($"Gestopt door een fout in het programma zelf ({ander.GetType().Name}).").ConfigureAwait(false);
        }

        return Afsluitcode.Mislukt;
    }
}
