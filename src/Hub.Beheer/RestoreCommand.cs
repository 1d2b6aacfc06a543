using System.CommandLine;
using Commands.Files;
using Commands.Output;
using Hub.Azure.Export;

namespace Hub.Beheer;

/// <summary>
/// <c>herstel</c>: puts tables back that <c>exporteer</c> wrote, and reads them back to see that they are the same (docs/export.md).
/// </summary>
internal static class RestoreCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("map") { Description = "De map van een complete export." };
        var over = new Option<bool>("--over-bestaande-rijen")
        {
            Description =
                "Schrijft ook in tabellen waarin al rijen staan, om een afgebroken herstel af te maken; "
                + "een rij met dezelfde sleutels wordt vervangen.",
        };
        const string what = "Zet de tabellen van een export terug in lege tabellen, en gaat na dat ze gelijk zijn.";
        var command = new Command("herstel", what) { folder, over };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (TableAccount.Read(variable, errors) is not { } tables)
                {
                    return AdminExitCode.Failed;
                }
                var path = parsed.GetRequiredValue(folder);
                try
                {
                    if (ReadWhole(path, errors) is not { } manifest)
                    {
                        return AdminExitCode.Failed;
                    }
                    var restorer = new TableRestorer(tables.Account, TimeProvider.System);
                    var filled = await restorer.FilledAsync(manifest, cancellation).ConfigureAwait(false);
                    if (filled.Count > 0 && !parsed.GetValue(over))
                    {
                        await errors
                            .WriteLineAsync(
                                $"Hier staan al rijen in: {string.Join(", ", filled)}. Er is niets geschreven. "
                                    + "Is dit een afgebroken herstel, geef dan ook --over-bestaande-rijen."
                            )
                            .ConfigureAwait(false);
                        return AdminExitCode.Failed;
                    }

                    var others = await restorer.RestoreAsync(path, manifest, Report, cancellation).ConfigureAwait(false);
                    foreach (var (expected, rows) in others)
                    {
                        var (now, then) = (Number.Of(rows, "rij", "rijen"), Number.Of(expected.Rows, "rij", "rijen"));
                        await errors
                            .WriteLineAsync($"{expected.Name}: hier staat nu iets anders dan in de export ({now}; in de export {then}).")
                            .ConfigureAwait(false);
                    }

                    var equal = manifest.Tables.Count - others.Count;
                    await output
                        .WriteLineAsync($"{equal} van {manifest.Tables.Count} tabellen zijn gelijk aan de export.")
                        .ConfigureAwait(false);
                    return others.Count == 0 ? AdminExitCode.Good : AdminExitCode.Partly;
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    var reason = ReadFault.Describe(fault);
                    await errors.WriteLineAsync($"{Printable.Text(path)}: de export is niet te lezen: {reason}.").ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }
            }
        );
        return command;

        void Report(string table, long rows) => errors.WriteLine($"{table}: {Number.Of(rows, "rij", "rijen")} geschreven");
    }

    /// <summary>The manifest of a whole export; null after telling what is wrong with it. Nothing is written before that.</summary>
    private static ExportManifest? ReadWhole(string path, TextWriter errors)
    {
        var place = Printable.Text(path);
        if (!Directory.Exists(path))
        {
            errors.WriteLine($"{place}: er is geen map met deze naam.");
            return null;
        }

        if (!ExportManifest.IsIn(path))
        {
            const string why = $"er is geen {ExportManifest.FileName}, dus het exporteren is afgebroken";
            errors.WriteLine($"{place}: deze export is niet compleet: {why}.");
            return null;
        }

        var manifest = ExportManifest.Read(path);
        if (TableRestorer.Damaged(path, manifest) is not { Count: > 0 } damaged)
        {
            return manifest;
        }
        var names = string.Join(", ", damaged);
        errors.WriteLine($"{place}: deze tabellen zijn niet zoals ze zijn geëxporteerd: {names}. Er is niets geschreven.");
        return null;
    }
}
