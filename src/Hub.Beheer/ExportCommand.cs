using System.CommandLine;
using System.Security.Cryptography;
using Commands.Files;
using Commands.Output;
using Hub.Azure.Export;

namespace Hub.Beheer;

/// <summary><c>exporteer</c>: writes all tables to a folder, from which <c>herstel</c> puts them back (docs/export.md).</summary>
internal static class ExportCommand
{
    public static Command Make(Func<string, string?> variable, TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("map") { Description = "De map waarin de export komt; zij bestaat nog niet of is leeg." };
        const string what = "Schrijft alle tabellen naar een map. De inhoud van berichten zit er niet bij: die staat in het archief.";
        var command = new Command("exporteer", what) { folder };
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
                    if (!ExportFile.MakeFolder(path))
                    {
                        await errors
                            .WriteLineAsync($"{Printable.Text(path)}: deze map is niet leeg. Geef een nieuwe map.")
                            .ConfigureAwait(false);
                        return AdminExitCode.Failed;
                    }

                    var exporter = new TableExporter(tables.Account, TimeProvider.System);
                    var manifest = await exporter.ExportAsync(path, Report, cancellation).ConfigureAwait(false);
                    await TellAsync(path, manifest, output).ConfigureAwait(false);
                    if (TableExporter.Missing(tables.Register, manifest) is not { Count: > 0 } missing)
                    {
                        return AdminExitCode.Good;
                    }
                    var names = string.Join(", ", missing);
                    await errors
                        .WriteLineAsync($"Deze tabellen van de hub zijn er niet, en zitten dus niet in de export: {names}.")
                        .ConfigureAwait(false);
                    return AdminExitCode.Partly;
                }
                catch (Exception fault)
                    when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
                {
                    var reason = File.Exists(path) ? "dit is een bestand" : ReadFault.Describe(fault);
                    var place = Printable.Text(path);
                    await errors
                        .WriteLineAsync($"{place}: de export kan hier niet worden geschreven: {reason}. Hij is niet compleet.")
                        .ConfigureAwait(false);
                    return AdminExitCode.Failed;
                }
            }
        );
        return command;

        void Report(string table, long rows) => errors.WriteLine($"{table}: {Number.Of(rows, "rij", "rijen")} gelezen");
    }

    private static async Task TellAsync(string path, ExportManifest manifest, TextWriter output)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(path, ExportManifest.FileName)).ConfigureAwait(false);
        var tables = Number.Of(manifest.Tables.Count, "tabel", "tabellen");
        var rows = Number.Of(manifest.Tables.Sum(table => table.Rows), "rij", "rijen");
        await output.WriteLineAsync($"{tables}, {rows} geëxporteerd.").ConfigureAwait(false);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await output.WriteLineAsync($"SHA-256 van {ExportManifest.FileName}: {hash}").ConfigureAwait(false);
    }
}
