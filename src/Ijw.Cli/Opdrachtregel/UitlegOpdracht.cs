using System.CommandLine;
using Ijw.Cli.Uitleg;

namespace Ijw.Cli.Opdrachtregel;

/// <summary><c>ijw uitleg</c>: explains codes of the standard.</summary>
internal static class UitlegOpdracht
{
    /// <summary>The command.</summary>
    public static Command Maak(Terminal terminal)
    {
        var codes = new Argument<string[]>("code")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Een regel (CD007), retourcode (9321), codelijst (COD046), datatype (LDT_Datum) of berichtsoort (JW323).",
        };
        var opdracht = new Command("uitleg", "Legt een regel, retourcode, codelijst, datatype of berichtsoort uit.") { codes };
        opdracht.SetAction(gelezen => VoerUit(terminal, gelezen.GetValue(codes)!));
        return opdracht;
    }

    private static int VoerUit(Terminal terminal, string[] codes)
    {
        var uitlegger = new Uitlegger();
        var blad = new Uitlegblad(terminal.Uit, terminal.Verf);
        var afsluitcode = Afsluitcode.Goed;
        foreach (var code in codes)
        {
            if (uitlegger.LegUit(code, blad)) continue;
            afsluitcode = Afsluitcode.Mislukt;
            var naaste = uitlegger.Naaste(code);
            var bedoeld = naaste.Count == 0 ? "" : $" Bedoelt u {string.Join(", ", naaste)}?";
            terminal.Fout.WriteLine($"'{Terminal.Toonbaar(code)}' is onbekend in iJw 3.2.{bedoeld}");
        }

        return afsluitcode;
    }
}
