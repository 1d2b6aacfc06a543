using System.CommandLine;
using System.Text;
using Commands.Files;
using Ijw.Export;

namespace Ijw.Cli.CommandLine;

/// <summary><c>ijw xsd</c>: writes the schema of a berichtsoort from the model.</summary>
internal static class XsdCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var kind = Berichtsoorten.Argument();
        var basis = new Option<bool>("--basis")
        {
            Description = $"Geeft het basisschema, waar het schema van de berichtsoort naar verwijst als {Xsd.BasisFileName}.",
        };
        var folder = new Option<string>("--map")
        {
            HelpName = "map",
            Description = "Schrijft het schema en het basisschema als bestanden in deze map.",
        };
        folder.Validators.Add(Paths.NotEmpty);
        var command = new Command("xsd", "Geeft het XML-schema van een berichtsoort.") { basis, folder, kind };
        command.SetAction(
            (read, cancellation) => ExecuteAsync(terminal, read.GetValue(kind)!, read.GetValue(basis), read.GetValue(folder), cancellation)
        );
        return command;
    }

    private static async Task<int> ExecuteAsync(
        Terminal terminal,
        Berichtsoort kind,
        bool basis,
        string? folder,
        CancellationToken cancellation
    )
    {
        if (folder is null)
        {
            await terminal
                .FromStream.WriteAsync(Utf8.GetBytes(basis ? Xsd.WriteBasis() : Xsd.Write(kind)), cancellation)
                .ConfigureAwait(false);
            return ExitCode.Good;
        }

        var path = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in new[] { (Xsd.BasisFileName, Xsd.WriteBasis()), (Xsd.FileName(kind), Xsd.Write(kind)) })
            {
                path = Path.Join(folder, name);
                await File.WriteAllTextAsync(path, text, Utf8, cancellation).ConfigureAwait(false);
                await terminal.Out.WriteLineAsync(Terminal.AsPrintable(path)).ConfigureAwait(false);
            }

            return ExitCode.Good;
        }
        catch (Exception fault) when (ReadFault.IsOfSystem(fault))
        {
            var rule = $"{Terminal.AsPrintable(path)}: het schema is niet geschreven: {ReadFault.Describe(fault, path)}.";
            await terminal.Error.WriteLineAsync(rule).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }
}
