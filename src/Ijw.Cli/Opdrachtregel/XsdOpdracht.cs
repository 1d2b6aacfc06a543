using System.CommandLine;
using System.Text;
using Commands.Files;
using Ijw.Export;

namespace Ijw.Cli.Opdrachtregel;

/// <summary><c>ijw xsd</c>: writes the schema of a berichtsoort from the model.</summary>
internal static class XsdOpdracht
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The command.</summary>
    public static Command Maak(Terminal terminal)
    {
        var soort = Berichtsoorten.Argument();
        var basis = new Option<bool>("--basis")
        {
            Description = $"Geeft het basisschema, waar het schema van de berichtsoort naar verwijst als {Xsd.BasisBestandsnaam}.",
        };
        var map = new Option<string>("--map")
        {
            HelpName = "map",
            Description = "Schrijft het schema en het basisschema als bestanden in deze map.",
        };
        map.Validators.Add(Paden.NietLeeg);
        var opdracht = new Command("xsd", "Geeft het XML-schema van een berichtsoort.") { basis, map, soort };
        opdracht.SetAction((gelezen, cancellation) =>
            VoerUitAsync(terminal, gelezen.GetValue(soort)!, gelezen.GetValue(basis), gelezen.GetValue(map), cancellation));
        return opdracht;
    }

    private static async Task<int> VoerUitAsync(Terminal terminal, Berichtsoort soort, bool basis, string? map, CancellationToken cancellation)
    {
        if (map is null)
        {
            await terminal.UitStroom.WriteAsync(Utf8.GetBytes(basis ? Xsd.SchrijfBasis() : Xsd.Schrijf(soort)), cancellation).ConfigureAwait(false);
            return Afsluitcode.Goed;
        }

        var pad = map;
        try
        {
            Directory.CreateDirectory(map);
            foreach (var (naam, tekst) in new[] { (Xsd.BasisBestandsnaam, Xsd.SchrijfBasis()), (Xsd.Bestandsnaam(soort), Xsd.Schrijf(soort)) })
            {
                pad = Path.Join(map, naam);
                await File.WriteAllTextAsync(pad, tekst, Utf8, cancellation).ConfigureAwait(false);
                await terminal.Uit.WriteLineAsync(Terminal.Toonbaar(pad)).ConfigureAwait(false);
            }

            return Afsluitcode.Goed;
        }
        catch (Exception fout) when (Leesfout.IsVanSysteem(fout))
        {
            var regel = $"{Terminal.Toonbaar(pad)}: het schema is niet geschreven: {Leesfout.Beschrijf(fout, pad)}.";
            await terminal.Fout.WriteLineAsync(regel).ConfigureAwait(false);
            return Afsluitcode.Mislukt;
        }
    }
}
