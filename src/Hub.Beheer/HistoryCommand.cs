using System.CommandLine;
using Commands.Files;
using Commands.Output;
using Hub.History;

namespace Hub.Beheer;

/// <summary><c>historie</c>: loads berichten from before the hub out of a folder or a zip (limits.md section 3).</summary>
internal static class HistoryCommand
{
    private const int Step = 100;

    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter error)
    {
        var source = new Argument<string>("bron") { Description = "Een map (met alles eronder, ook zips) of een zip met XML-bestanden." };
        var gemeente = new Option<string>("--gemeente")
        {
            HelpName = "code",
            Description = "CBS-code van de gemeente, 4 cijfers.",
            Required = true,
        };
        var aanbieder = new Option<string[]>("--aanbieder")
        {
            HelpName = "code",
            Description = "AGB-code van een aanbieder, 8 cijfers; mag vaker.",
            Required = true,
        };
        var accepted = new Option<bool>("--zonder-retour-aanvaard")
        {
            Description = "Wat geen retour heeft, geldt als goedgekeurd, tot zijn retour er ook is.",
        };
        var complete = new Option<bool>("--compleet")
        {
            Description =
                "Legt daarna vast dat het register van deze gemeente en aanbieders compleet is, "
                + "als er iets is geladen en alles wat er staat is geladen.",
        };
        var command = new Command(
            "historie",
            "Laadt berichten van vóór de aansluiting. Nog eens laden verandert niets; na een onderbreking gaat het verder."
        )
        {
            source,
            gemeente,
            aanbieder,
            accepted,
            complete,
        };
        command.SetAction(
            async (read, cancellation) =>
            {
                if (AdminEnvironment.Read(variable, error) is not { } environment)
                {
                    return AdminExitCode.Failed;
                }
                var options = new HistoryOptions(
                    read.GetRequiredValue(gemeente),
                    read.GetRequiredValue(aanbieder).ToHashSet(StringComparer.Ordinal),
                    read.GetValue(accepted)
                );
                var known = environment.KnowsGemeente(options.Gemeente, error);
                foreach (var code in options.Aanbieders)
                {
                    known &= environment.KnowsAanbieder(code, error);
                }
                if (!known)
                {
                    return AdminExitCode.Failed;
                }
                if (HistorySource.Find(read.GetRequiredValue(source)) is not { } files)
                {
                    await error.WriteLineAsync("bron: er is geen map en geen zip met deze naam.").ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }

                var loader = new HistoryLoader(
                    environment.Archief,
                    environment.Berichten,
                    environment.Reader,
                    environment.Registration,
                    environment.SearchIndex,
                    environment.Keys,
                    TimeProvider.System
                );
                var tally = new HistoryTally();
                foreach (var file in files)
                {
                    await output
                        .WriteAsync(await LoadAsync(loader, file, options, tally, cancellation).ConfigureAwait(false))
                        .ConfigureAwait(false);
                    if (tally.Total % Step == 0)
                    {
                        await error.WriteLineAsync(tally.ToString()).ConfigureAwait(false);
                    }
                }

                await output.WriteLineAsync(tally.ToString()).ConfigureAwait(false);
                if (!tally.HasLoaded)
                {
                    await output.WriteLineAsync("Er is niets geladen.").ConfigureAwait(false);
                }
                var isComplete =
                    !read.GetValue(complete)
                    || await CompleteAsync(environment, options, tally, output, cancellation).ConfigureAwait(false);
                if (!tally.HasLoaded)
                {
                    return AdminExitCode.Failed;
                }
                return tally.IsWhole && isComplete ? AdminExitCode.Good : AdminExitCode.Partly;
            }
        );
        return command;
    }

    /// <summary>Loads what was found, counts it, and gives the line to print of it: "" when there is nothing to say.</summary>
    private static async Task<string> LoadAsync(
        HistoryLoader loader,
        SourceFile file,
        HistoryOptions options,
        HistoryTally tally,
        CancellationToken cancellation
    )
    {
        MemoryStream content;
        try
        {
            if (file.Open is null)
            {
                throw new FaultException(file.Fault!);
            }
            content = await ReadAsync(file.Open, cancellation).ConfigureAwait(false);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            tally.CountUnread();
            return $"{Printable.Text(file.Name)}: niet gelezen: {ReadFault.Describe(reason)}.\n";
        }

        var result = await loader.LoadAsync(new HistoryFile(file.Name, () => content), options, cancellation).ConfigureAwait(false);
        tally.Count(result);
        return result.Reason is { } cause ? $"{Printable.Text(file.Name)}: {cause}\n" : "";
    }

    /// <summary>
    /// The bytes of a file, not many more than a bericht may have: what goes wrong here is of the file, and of nothing else.
    /// </summary>
    private static async Task<MemoryStream> ReadAsync(Func<Stream> open, CancellationToken cancellation)
    {
        var stream = open();
        await using (stream.ConfigureAwait(false))
        {
            var content = new MemoryStream();
            var part = new byte[64 * 1024];
            while (
                content.Length <= CheckOptions.Standard.MaxBytes
                && await stream.ReadAsync(part, cancellation).ConfigureAwait(false) is var count and > 0
            )
            {
                content.Write(part, 0, count);
            }
            content.Position = 0;
            return content;
        }
    }

    /// <summary>Says that the pairs are complete, as far as they are; false when one is not.</summary>
    private static async Task<bool> CompleteAsync(
        AdminEnvironment environment,
        HistoryOptions options,
        HistoryTally tally,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        if (!tally.IsWhole)
        {
            await output
                .WriteLineAsync(
                    "Er is geweigerd of niet gelezen, dus het register is niet als compleet vastgelegd. "
                        + "Los het op, of leg het zelf vast met de opdracht compleet."
                )
                .ConfigureAwait(false);
            return false;
        }

        foreach (var aanbieder in options.Aanbieders)
        {
            var register = $"het register van {options.Gemeente} en {aanbieder}";
            if (!tally.HasLoadedOf(aanbieder))
            {
                await output
                    .WriteLineAsync($"Van {aanbieder} is niets geladen, dus {register} is niet als compleet vastgelegd.")
                    .ConfigureAwait(false);
                continue;
            }

            await environment
                .Completeness.SetAsync(new Pair(options.Gemeente, aanbieder), complete: true, cancellation)
                .ConfigureAwait(false);
            await output.WriteLineAsync($"H{register[1..]} is compleet.").ConfigureAwait(false);
        }

        return options.Aanbieders.All(tally.HasLoadedOf);
    }
}
