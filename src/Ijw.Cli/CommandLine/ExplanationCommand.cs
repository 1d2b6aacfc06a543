using System.CommandLine;
using Ijw.Cli.Explanation;

namespace Ijw.Cli.CommandLine;

/// <summary><c>ijw uitleg</c>: explains codes of the standard.</summary>
internal static class ExplanationCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        var codes = new Argument<string[]>("code")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Een regel (CD007), retourcode (9321), codelijst (COD046), datatype (LDT_Datum) of berichtsoort (JW323).",
        };
        var command = new Command("uitleg", "Legt een regel, retourcode, codelijst, datatype of berichtsoort uit.") { codes };
        command.SetAction(read => Execute(terminal, read.GetValue(codes)!));
        return command;
    }

    private static int Execute(Terminal terminal, string[] codes)
    {
        var explainer = new Explainer();
        var leaf = new ExplanationPage(terminal.Out, terminal.Paint);
        var exitCode = ExitCode.Good;
        foreach (var code in codes)
        {
            if (explainer.Explain(code, leaf))
            {
                continue;
            }
            exitCode = ExitCode.Failed;
            var nearest = explainer.Nearest(code);
            var meant = nearest.Count == 0 ? "" : $" Bedoelt u {string.Join(", ", nearest)}?";
            terminal.Error.WriteLine($"'{Terminal.AsPrintable(code)}' is onbekend in iJw 3.2.{meant}");
        }

        return exitCode;
    }
}
