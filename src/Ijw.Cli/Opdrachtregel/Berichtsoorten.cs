using System.CommandLine;
using System.CommandLine.Parsing;
using Commands;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>The argument that names a berichtsoort.</summary>
internal static class Berichtsoorten
{
    /// <summary>The argument; it refuses what is no berichtsoort.</summary>
    public static Argument<Berichtsoort> Argument() => new("berichtsoort")
    {
        Description = "De berichtsoort, zoals JW301.",
        CustomParser = Lees,
    };

    private static Berichtsoort? Lees(ArgumentResult gelezen)
    {
        var naam = gelezen.Tokens.Single().Value;
        if (Standaard.Zoek(naam.ToUpperInvariant()) is { } soort) return soort;
        var naaste = Gelijkenis.Naaste(naam, Standaard.Berichtsoorten.Select(ander => ander.Naam), 3);
        var bedoeld = naaste.Count == 0 ? "" : $" Bedoelt u {string.Join(", ", naaste)}?";
        gelezen.AddError($"Onbekende berichtsoort '{Terminal.Toonbaar(naam)}'.{bedoeld}");
        return null;
    }
}
