using System.CommandLine;
using Commands.Files;
using Ijw.Cli.Checking;

namespace Ijw.Cli.CommandLine;

/// <summary><c>ijw controleer</c>: checks berichten at level 1 and 2.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var sources = new Argument<string[]>("bron")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Een bestand, een map (met alles wat eronder staat), een patroon zoals 'inbox/*.xml', of - voor de invoer.",
        };
        var json = new Option<bool>("--json") { Description = "Geeft per bericht één regel JSON, voor programma's." };
        var silent = new Option<bool>("--stil") { Description = "Toont alleen wat niet is goedgekeurd." };
        var report = new Option<string>("--rapport")
        {
            HelpName = "map",
            Description = "Schrijft per bericht een validatierapport (XML) in deze map.",
        };
        report.Validators.Add(Paths.NotEmpty);
        var command = new Command("controleer", "Controleert berichten: de vorm (niveau 1) en de inhoud (niveau 2).")
        {
            json,
            silent,
            report,
            sources,
        };
        command.SetAction(
            (read, _) =>
            {
                var isSilent = read.GetValue(silent);
                IOutputFormat shape = read.GetValue(json) ? new JsonShape(terminal) : new TextShape(terminal, isSilent);
                var reports = read.GetValue(report) is { } folder ? new Report(folder) : null;
                return ExecuteAsync(terminal, read.GetValue(sources)!, shape, isSilent, reports);
            }
        );
        return command;
    }

    private static async Task<int> ExecuteAsync(Terminal terminal, string[] arguments, IOutputFormat shape, bool isSilent, Report? report)
    {
        var (gemeentecodes, fault) = GemeentecodesFile.Read(Environment.GetEnvironmentVariable(GemeentecodesFile.Variable));
        if (gemeentecodes is null)
        {
            await terminal.Error.WriteLineAsync(fault).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        var sources = SourceFinder.Find(arguments).ToList();
        var progress = new Progress(terminal.Error, terminal.FaultIsTerminal, sources.Count, TimeProvider.System);
        var count = new Count();
        await foreach (var outcome in Checker.CheckAsync(sources, gemeentecodes).ConfigureAwait(false))
        {
            count.Tally(outcome.Outcome?.Oordeel);
            if (outcome.Outcome is { } verdict)
            {
                if (!isSilent || verdict.Oordeel != Oordeel.Approved)
                {
                    if (terminal.FromIsTerminal)
                    {
                        progress.Erase();
                    }
                    shape.Show(outcome.Name, verdict);
                }

                if (report is not null && !Write(terminal, progress, report, outcome.Name, verdict))
                {
                    count.TallyReportNotWritten();
                }
            }
            else
            {
                progress.Erase();
                await terminal
                    .Error.WriteLineAsync($"{Terminal.AsPrintable(outcome.Name)}: niet gelezen: {outcome.Fault}.")
                    .ConfigureAwait(false);
            }

            progress.Step();
        }

        progress.Erase();
        shape.Close(count);
        return count.ExitCode;
    }

    private static bool Write(Terminal terminal, Progress progress, Report report, string name, CheckOutcome outcome)
    {
        try
        {
            report.Write(name, outcome);
            return true;
        }
        catch (Exception fault) when (ReadFault.IsOfSystem(fault))
        {
            progress.Erase();
            terminal.Error.WriteLine($"{Terminal.AsPrintable(name)}: het rapport is niet geschreven: {ReadFault.Describe(fault)}.");
            return false;
        }
    }
}
