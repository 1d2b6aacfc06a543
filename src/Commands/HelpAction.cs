using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Commands;

/// <summary>Help in Dutch: the texts of the library itself have no Dutch.</summary>
internal sealed class HelpAction(CommandLineProgram program, TextWriter output, Paint paint) : SynchronousCommandLineAction
{
    private const int Width = 96;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        output.WriteLine(TextBlock.Break(command.Description ?? "", Width, ""));
        Heading("Gebruik");
        output.WriteLine($"  {Use(command)}");
        Table("Opdrachten", command.Subcommands.Select(sub => (Use(sub), sub.Description)));
        Table("Argumenten", command.Arguments.Select(argument => (Name(argument), argument.Description)));
        Table("Opties", Options(command).Select(option => (Name(option), option.Description)));
        if (program.Closing(command is RootCommand ? program.Name : command.Name) is { } closing)
        {
            output.WriteLine();
            foreach (var rule in closing.Split('\n'))
            {
                output.WriteLine(rule.TrimEnd('\r'));
            }
        }

        return 0;
    }

    /// <summary>An argument as the help writes it.</summary>
    internal static string Name(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : $"<{argument.Name}>";

    /// <summary>An option with its value as the help writes it.</summary>
    internal static string Name(Option option)
    {
        if (option is HelpOption)
        {
            return "-h, --help";
        }
        if (option is VersionOption || option.ValueType == typeof(bool))
        {
            return option.Name;
        }
        return $"{option.Name} <{option.HelpName}>{(option.Arity.MaximumNumberOfValues > 1 ? "…" : "")}";
    }

    private string Use(Command command)
    {
        if (command is RootCommand)
        {
            return $"{program.Name} <opdracht> [opties]";
        }
        var options = command
            .Options.Where(option => option is not HelpOption)
            .Select(option => option.Required ? Name(option) : $"[{Name(option)}]");
        return string.Join(' ', new[] { program.Name, command.Name }.Concat(options).Concat(command.Arguments.Select(Name)));
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<RootCommand>().SelectMany(root => root.Options).Where(option => option.Recursive));

    private void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(paint.Bold($"{text}:"));
    }

    private void Table(string heading, IEnumerable<(string Name, string? Explanation)> rules)
    {
        var all = rules.ToList();
        if (all.Count == 0)
        {
            return;
        }
        Heading(heading);
        if (heading == "Opdrachten")
        {
            foreach (var (name, explanation) in all)
            {
                output.WriteLine(TextBlock.Break(name, Width, "  "));
                output.WriteLine(TextBlock.Break(explanation ?? "", Width, "      "));
            }

            return;
        }

        var indent = new string(' ', all.Max(rule => rule.Name.Length) + 4);
        foreach (var (name, explanation) in all)
        {
            output.WriteLine($"  {name.PadRight(indent.Length - 2)}{TextBlock.Break(explanation ?? "", Width, indent).TrimStart()}");
        }
    }
}
