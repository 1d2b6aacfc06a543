using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Commands.Files;
using Commands.Output;

namespace Commands;

/// <summary>Says in Dutch why a command line was not understood.</summary>
internal static class Leesfouten
{
    /// <summary>The lines to print: each fault once, then where help is. None when it was understood.</summary>
    public static IReadOnlyList<string> Beschrijf(ParseResult gelezen, string program)
    {
        if (gelezen.Action is { ClearsParseErrors: true }) return [];
        var opdracht = gelezen.CommandResult.Command;
        var fouten = Fouten(gelezen, opdracht).Distinct().ToList();
        if (fouten.Count == 0 && gelezen.Action is not (null or ParseErrorAction)) return [];
        if (fouten.Count == 0) fouten.Add("Geef een opdracht.");
        return [.. fouten, opdracht is RootCommand ? $"Zie: {program} --help" : $"Zie: {program} {opdracht.Name} --help"];
    }

    private static IEnumerable<string> Fouten(ParseResult gelezen, Command opdracht)
    {
        var namen = opdracht.Subcommands.Select(sub => sub.Name)
            .Concat(opdracht.Options.Select(optie => optie.Name)).Append("--help").ToList();
        var opties = Optieachtig(gelezen, opdracht).ToList();
        if (opties.Count > 0) return opties.Select(woord => Onbekend(woord, opdracht, namen));
        // The word behind an option that can't take it is left over; it is the option that is wrong.
        var zonderWaarde = gelezen.Errors.Where(fout => fout.SymbolResult is OptionResult { Tokens.Count: 0 }).Select(Fout).OfType<string>().ToList();
        if (zonderWaarde.Count > 0) return zonderWaarde;
        // Behind an unknown command all is unknown.
        var onbekend = gelezen.UnmatchedTokens.Take(opdracht is RootCommand ? 1 : int.MaxValue).ToList();
        if (onbekend.Count > 0) return onbekend.Select(woord => Onbekend(woord, opdracht, namen));
        if (opdracht is RootCommand) return [];
        return Ontbrekend(gelezen, opdracht).Concat(gelezen.Errors.Select(Fout).OfType<string>());
    }

    /// <summary>What looks like an option among arguments, and does not stand after <c>--</c>: a mistyped option is no file.</summary>
    private static IEnumerable<string> Optieachtig(ParseResult gelezen, Command opdracht)
    {
        // The words after -- are the last of all.
        var naStreepjes = gelezen.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return opdracht.Arguments.SelectMany(argument => gelezen.GetResult(argument)?.Tokens ?? [])
            .Where(token => !naStreepjes.Contains(token))
            .Select(token => token.Value)
            .Concat(naStreepjes.Count > 0 ? [] : gelezen.UnmatchedTokens)
            .Where(woord => woord.Length > 1 && woord[0] == '-');
    }

    private static string Onbekend(string woord, Command opdracht, IEnumerable<string> namen)
    {
        var soort = woord.StartsWith('-') ? "Onbekende optie" : opdracht is RootCommand ? "Onbekende opdracht" : "Onbekend argument";
        return $"{soort} '{Printable.Text(woord)}'.{Hint(woord, namen)}";
    }

    private static string Hint(string woord, IEnumerable<string> namen)
    {
        if (woord.StartsWith('-') && Listing.Look(woord) is not null)
            return $" Bedoelt u het bestand, schrijf dan ./{Printable.Text(woord)}, of zet -- voor de namen.";
        return Gelijkenis.Naaste(woord, namen, 1) is [var naam] ? $" Bedoelt u {naam}?" : "";
    }

    private static IEnumerable<string> Ontbrekend(ParseResult gelezen, Command opdracht) =>
        opdracht.Options.Where(optie => optie.Required && gelezen.GetResult(optie) is null or { Implicit: true })
            .Select(optie => $"Geef {HulpActie.Naam(optie)}.".Replace("…", "", StringComparison.Ordinal))
            .Concat(opdracht.Arguments
                .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && gelezen.GetResult(argument) is null or { Tokens.Count: 0 })
                .Select(argument => $"Geef <{argument.Name}>."));

    /// <summary>A fault in a value; null for what <see cref="Ontbrekend"/> tells.</summary>
    private static string? Fout(ParseError fout) => fout.SymbolResult switch
    {
        OptionResult { Implicit: false } optie when optie.Option.ValueType == typeof(bool?) => $"Optie {optie.Option.Name} is true of false.",
        OptionResult { Tokens.Count: 0, Implicit: false } optie => $"Optie {optie.Option.Name} heeft een waarde nodig.",
        OptionResult { IdentifierTokenCount: > 1 } optie when optie.Option.Arity.MaximumNumberOfValues <= 1 =>
            $"Optie {optie.Option.Name} mag maar één keer.",
        OptionResult optie when optie.Option.ValueType == typeof(bool) => $"Optie {optie.Option.Name} heeft geen waarde.",
        OptionResult { Tokens.Count: 0 } or ArgumentResult { Tokens.Count: 0 } or CommandResult => null,
        _ => fout.Message,
    };
}
