using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>Says in Dutch why a command line was not understood.</summary>
internal static class Leesfouten
{
    /// <summary>The lines to print: each fault once, then where help is.</summary>
    public static IReadOnlyList<string> Beschrijf(ParseResult gelezen)
    {
        var opdracht = gelezen.CommandResult.Command;
        var namen = Namen(opdracht).ToList();
        var regels = gelezen.UnmatchedTokens.Select(woord => Onbekend(woord, opdracht, namen)).ToList();
        if (regels.Count == 0) regels.AddRange(gelezen.Errors.Select(Fout).Distinct());
        if (regels.Count == 0) regels.Add("Geef een opdracht.");
        regels.Add(opdracht is RootCommand ? "Zie: ijw --help" : $"Zie: ijw {opdracht.Name} --help");
        return regels;
    }

    /// <summary>Refuses what looks like an option among arguments: a mistyped option is no file.</summary>
    public static void ZonderOpties(ArgumentResult gelezen)
    {
        var opdracht = ((CommandResult)gelezen.Parent!).Command;
        foreach (var woord in gelezen.Tokens.Select(token => token.Value).Where(woord => woord.Length > 1 && woord[0] == '-'))
            gelezen.AddError(Onbekend(woord, opdracht, Namen(opdracht)));
    }

    private static string Onbekend(string woord, Command opdracht, IEnumerable<string> namen)
    {
        var soort = woord.StartsWith('-') ? "Onbekende optie" : opdracht is RootCommand ? "Onbekende opdracht" : "Onbekend argument";
        var bedoeld = Gelijkenis.Naaste(woord, namen, 1) is [var naam] ? $" Bedoelt u {naam}?" : "";
        return $"{soort} '{Terminal.Toonbaar(woord)}'.{bedoeld}";
    }

    private static IEnumerable<string> Namen(Command opdracht) =>
        opdracht.Subcommands.Select(sub => sub.Name).Concat(opdracht.Options.Select(optie => optie.Name)).Append("--help");

    private static string Fout(ParseError fout) => fout.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } optie => $"Optie {optie.Option.Name} heeft een waarde nodig.",
        OptionResult { IdentifierTokenCount: > 1 } optie => $"Optie {optie.Option.Name} mag maar één keer.",
        ArgumentResult { Tokens.Count: 0 } argument => $"Geef <{argument.Argument.Name}>.",
        CommandResult { Command: RootCommand } => "Geef een opdracht.",
        CommandResult { Command.Arguments: [var argument, ..] } => $"Geef <{argument.Name}>.",
        _ => fout.Message,
    };
}
