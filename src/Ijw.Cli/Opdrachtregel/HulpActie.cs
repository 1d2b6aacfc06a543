using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ijw.Cli.Opdrachtregel;

/// <summary>Help in Dutch: the texts of the library itself have no Dutch.</summary>
internal sealed class HulpActie(Terminal terminal) : SynchronousCommandLineAction
{
    private const int Breedte = 96;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var opdracht = parseResult.CommandResult.Command;
        terminal.Uit.WriteLine(Tekstblok.Breek(opdracht.Description ?? "", Breedte, ""));
        Kop("Gebruik");
        terminal.Uit.WriteLine($"  {Gebruik(opdracht)}");
        Tabel("Opdrachten", opdracht.Subcommands.Select(sub => (Gebruik(sub), sub.Description)));
        Tabel("Argumenten", opdracht.Arguments.Select(argument => (Naam(argument), argument.Description)));
        Tabel("Opties", Opties(opdracht).Select(optie => (Naam(optie), optie.Description)));
        if (Opdrachthulp.Slot(opdracht.Name) is { } slot)
        {
            terminal.Uit.WriteLine();
            foreach (var regel in slot.Split('\n')) terminal.Uit.WriteLine(regel.TrimEnd('\r'));
        }

        return Afsluitcode.Goed;
    }

    private static string Gebruik(Command opdracht)
    {
        if (opdracht is RootCommand) return "ijw <opdracht> [opties]";
        var opties = opdracht.Options.Where(optie => optie is not HelpOption).Select(optie => $"[{Naam(optie)}]");
        return string.Join(' ', new[] { "ijw", opdracht.Name }.Concat(opties).Concat(opdracht.Arguments.Select(Naam)));
    }

    private static IEnumerable<Option> Opties(Command opdracht) =>
        opdracht.Options.Concat(opdracht.Parents.OfType<RootCommand>().SelectMany(wortel => wortel.Options).Where(optie => optie.Recursive));

    private static string Naam(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : $"<{argument.Name}>";

    private static string Naam(Option optie)
    {
        if (optie is HelpOption) return "-h, --help";
        return optie is VersionOption || optie.ValueType == typeof(bool) ? optie.Name : $"{optie.Name} <{optie.HelpName}>";
    }

    private void Kop(string tekst)
    {
        terminal.Uit.WriteLine();
        terminal.Uit.WriteLine(terminal.Verf.Vet($"{tekst}:"));
    }

    private void Tabel(string kop, IEnumerable<(string Naam, string? Uitleg)> regels)
    {
        var alle = regels.ToList();
        if (alle.Count == 0) return;
        Kop(kop);
        if (kop == "Opdrachten")
        {
            foreach (var (naam, uitleg) in alle) terminal.Uit.WriteLine($"  {naam}\n{Tekstblok.Breek(uitleg ?? "", Breedte, "      ")}");
            return;
        }

        var inspringing = new string(' ', alle.Max(regel => regel.Naam.Length) + 4);
        foreach (var (naam, uitleg) in alle)
            terminal.Uit.WriteLine($"  {naam.PadRight(inspringing.Length - 2)}{Tekstblok.Breek(uitleg ?? "", Breedte, inspringing).TrimStart()}");
    }
}
