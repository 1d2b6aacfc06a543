using Commands.Output;
using Ijw.Examples;

namespace Ijw.Cli.CommandLine;

/// <summary>
/// The sender and receiver that an example is to have; the berichtsoort says which is the gemeente and which the aanbieder.
/// </summary>
internal sealed class Deelnemers
{
    private const string GemeenteType = "LDT_Gemeente";
    private const int GemeenteDigits = 4;
    private const int AanbiederDigits = 8;

    /// <summary>Checks both for their form; null is not asked for.</summary>
    public Deelnemers(Berichtsoort kind, string? afzender, string? ontvanger)
    {
        var header = kind.Content[0].Children;
        var fromGemeente = header.First(element => element.Name == "Afzender").Datatype!.Name == GemeenteType;
        Failure = Fault(kind, "afzender", afzender, fromGemeente) ?? Fault(kind, "ontvanger", ontvanger, !fromGemeente);
        Options = new GeneratorOptions { Gemeente = fromGemeente ? afzender : ontvanger, Aanbieder = fromGemeente ? ontvanger : afzender };
    }

    /// <summary>What is wrong with one of them, a sentence; null when nothing is.</summary>
    public string? Failure { get; }

    /// <summary>What fixes them in the example.</summary>
    public GeneratorOptions Options { get; }

    private static string? Fault(Berichtsoort kind, string role, string? code, bool isGemeente)
    {
        var digits = isGemeente ? GemeenteDigits : AanbiederDigits;
        if (code is null || (code.Length == digits && code.All(char.IsAsciiDigit)))
        {
            return null;
        }
        var who = isGemeente ? $"een gemeente: {digits} cijfers" : $"een aanbieder: {digits} cijfers (AGB-code)";
        return $"Optie --{role} is '{Printable.Text(code)}', maar de {role} van een {kind} is {who}.";
    }
}
