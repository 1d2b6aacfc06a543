using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Commands;

/// <summary>Help in Dutch: the texts of the library itself have no Dutch.</summary>
internal sealed class HulpActie(CommandLineProgram program, TextWriter output, Verf paint) : SynchronousCommandLineAction
{
    private const int Breedte = 96;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var opdracht = parseResult.CommandResult.Command;
        output.WriteLine(Tekstblok.Breek(opdracht.Description ?? "", Breedte, ""));
        Kop("Gebruik");
        output.WriteLine($"  {Gebruik(opdracht)}");
        Tabel("Opdrachten", opdracht.Subcommands.Select(sub => (Gebruik(sub), sub.Description)));
        Tabel("Argumenten", opdracht.Arguments.Select(argument => (Naam(argument), argument.Description)));
        Tabel("Opties", Opties(opdracht).Select(optie => (Naam(optie), optie.Description)));
        if (program.Closing(opdracht is RootCommand ? program.Name : opdracht.Name) is { } slot)
        {
            output.WriteLine();
            foreach (var regel in slot.Split('\n')) output.WriteLine(regel.TrimEnd('\r'));
        }

        return 0;
    }

    /// <summary>An argument as the help writes it.</summary>
    internal static string Naam(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : $"<{argument.Name}>";

    /// <summary>An option with its value as the help writes it.</summary>
    internal static string Naam(Option optie)
    {
        if (optie is HelpOption) return "-h, --help";
        if (optie is VersionOption || optie.ValueType == typeof(bool)) return optie.Name;
        return $"{optie.Name} <{optie.HelpName}>{(optie.Arity.MaximumNumberOfValues > 1 ? "…" : "")}";
    }

    private string Gebruik(Command opdracht)
    {
        if (opdracht is RootCommand) return $"{program.Name} <opdracht> [opties]";
        var opties = opdracht.Options.Where(optie => optie is not HelpOption)
            .Select(optie => optie.Required ? Naam(optie) : $"[{Naam(optie)}]");
        return string.Join(' ', new[] { program.Name, opdracht.Name }.Concat(opties).Concat(opdracht.Arguments.Select(Naam)));
    }

    private static IEnumerable<Option> Opties(Command opdracht) =>
        opdracht.Options
            .Concat(opdracht.Parents.OfType<RootCommand>().SelectMany(wortel => wortel.Options).Where(optie => optie.Recursive));

    private void Kop(string tekst)
    {
        output.WriteLine();
        output.WriteLine(paint.Vet($"{tekst}:"));
    }

    private void Tabel(string kop, IEnumerable<(string Naam, string? Uitleg)> regels)
    {
        var alle = regels.ToList();
        if (alle.Count == 0) return;
        Kop(kop);
        if (kop == "Opdrachten")
        {
            foreach (var (naam, uitleg) in alle)
            {
                output.WriteLine(Tekstblok.Breek(naam, Breedte, "  "));
                output.WriteLine(Tekstblok.Breek(uitleg ?? "", Breedte, "      "));
            }

            return;
        }

        var inspringing = new string(' ', alle.Max(regel => regel.Naam.Length) + 4);
        foreach (var (naam, uitleg) in alle)
            output.WriteLine($"  {naam.PadRight(inspringing.Length - 2)}{Tekstblok.Breek(uitleg ?? "", Breedte, inspringing).TrimStart()}");
    }
}
