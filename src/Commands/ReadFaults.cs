using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Commands.Files;
using Commands.Output;

namespace Commands;

/// <summary>Says in Dutch why a command line was not understood.</summary>
internal static class ReadFaults
{
    /// <summary>The lines to print: each fault once, then where help is. None when it was understood.</summary>
    public static IReadOnlyList<string> Describe(ParseResult read, string program)
    {
        if (read.Action is { ClearsParseErrors: true })
        {
            return [];
        }
        var command = read.CommandResult.Command;
        var faults = Faults(read, command).Distinct().ToList();
        if (faults.Count == 0 && read.Action is not (null or ParseErrorAction))
        {
            return [];
        }
        if (faults.Count == 0)
        {
            faults.Add("Geef een opdracht.");
        }
        return [.. faults, command is RootCommand ? $"Zie: {program} --help" : $"Zie: {program} {command.Name} --help"];
    }

    private static IEnumerable<string> Faults(ParseResult read, Command command)
    {
        var names = command
            .Subcommands.Select(sub => sub.Name)
            .Concat(command.Options.Select(option => option.Name))
            .Append("--help")
            .ToList();
        var options = OptionLike(read, command).ToList();
        if (options.Count > 0)
        {
            return options.Select(word => Unknown(word, command, names));
        }
        // The word behind an option that can't take it is left over; it is the option that is wrong.
        var withoutValue = read
            .Errors.Where(fault => fault.SymbolResult is OptionResult { Tokens.Count: 0 })
            .Select(Fault)
            .OfType<string>()
            .ToList();
        if (withoutValue.Count > 0)
        {
            return withoutValue;
        }
        // Behind an unknown command all is unknown.
        var unknown = read.UnmatchedTokens.Take(command is RootCommand ? 1 : int.MaxValue).ToList();
        if (unknown.Count > 0)
        {
            return unknown.Select(word => Unknown(word, command, names));
        }
        if (command is RootCommand)
        {
            return [];
        }
        return Missing(read, command).Concat(read.Errors.Select(Fault).OfType<string>());
    }

    /// <summary>What looks like an option among arguments, and does not stand after <c>--</c>: a mistyped option is no file.</summary>
    private static IEnumerable<string> OptionLike(ParseResult read, Command command)
    {
        // The words after -- are the last of all.
        var afterDashes = read.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        return command
            .Arguments.SelectMany(argument => read.GetResult(argument)?.Tokens ?? [])
            .Where(token => !afterDashes.Contains(token))
            .Select(token => token.Value)
            .Concat(afterDashes.Count > 0 ? [] : read.UnmatchedTokens)
            .Where(word => word.Length > 1 && word[0] == '-');
    }

    private static string Unknown(string word, Command command, IEnumerable<string> names)
    {
        var kind =
            word.StartsWith('-') ? "Onbekende optie"
            : command is RootCommand ? "Onbekende opdracht"
            : "Onbekend argument";
        return $"{kind} '{Printable.Text(word)}'.{Hint(word, names)}";
    }

    private static string Hint(string word, IEnumerable<string> names)
    {
        if (word.StartsWith('-') && Listing.Look(word) is not null)
        {
            return $" Bedoelt u het bestand, schrijf dan ./{Printable.Text(word)}, of zet -- voor de namen.";
        }
        return Similarity.Nearest(word, names, 1) is [var name] ? $" Bedoelt u {name}?" : "";
    }

    private static IEnumerable<string> Missing(ParseResult read, Command command) =>
        command
            .Options.Where(option => option.Required && read.GetResult(option) is null or { Implicit: true })
            .Select(option => $"Geef {HelpAction.Name(option)}.".Replace("…", "", StringComparison.Ordinal))
            .Concat(
                command
                    .Arguments.Where(argument =>
                        argument.Arity.MinimumNumberOfValues > 0 && read.GetResult(argument) is null or { Tokens.Count: 0 }
                    )
                    .Select(argument => $"Geef <{argument.Name}>.")
            );

    /// <summary>A fault in a value; null for what <see cref="Missing"/> tells.</summary>
    private static string? Fault(ParseError fault) =>
        fault.SymbolResult switch
        {
            OptionResult { Implicit: false } option when option.Option.ValueType == typeof(bool?) =>
                $"Optie {option.Option.Name} is true of false.",
            OptionResult { Tokens.Count: 0, Implicit: false } option => $"Optie {option.Option.Name} heeft een waarde nodig.",
            OptionResult { IdentifierTokenCount: > 1 } option when option.Option.Arity.MaximumNumberOfValues <= 1 =>
                $"Optie {option.Option.Name} mag maar één keer.",
            OptionResult option when option.Option.ValueType == typeof(bool) => $"Optie {option.Option.Name} heeft geen waarde.",
            OptionResult { Tokens.Count: 0 } or ArgumentResult { Tokens.Count: 0 } or CommandResult => null,
            _ => fault.Message,
        };
}
