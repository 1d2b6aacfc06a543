using Commands;
using Ijw.Cli.Explanation;

namespace Ijw.Cli.Checking;

/// <summary>Verdicts and findings as text for people.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="silent">True to show no total.</param>
internal sealed class TextShape(Terminal terminal, bool silent) : IOutputFormat
{
    private const int MaxBevindingen = 100;

    private readonly SortedSet<string> _rules = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Show(string name, CheckOutcome outcome)
    {
        var output = terminal.Out;
        output.Write($"{Terminal.AsPrintable(name == Source.Input ? "(invoer)" : name)}: {Heading(outcome)}");
        if (outcome.Bevindingen is [{ Rule: ShapeFault.Xml } only])
        {
            output.WriteLine($"; regel {only.LineNumber}, kolom {only.Column}: {Terminal.AsPrintable(only.Text)}");
        }
        else
        {
            if (outcome.BevindingCount > 0)
            {
                output.Write($", {TextBlock.Count(outcome.BevindingCount, "bevinding", "bevindingen")}");
            }
            output.WriteLine();
            foreach (var bevinding in outcome.Bevindingen.Take(MaxBevindingen))
            {
                Show(bevinding);
            }
            var rest = outcome.BevindingCount - MaxBevindingen;
            if (rest > 0)
            {
                output.WriteLine($"  en nog {TextBlock.Count(rest, "bevinding", "bevindingen")}");
            }
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void Close(Count count)
    {
        var output = terminal.Out;
        if (!silent && count.Read > 1)
        {
            output.WriteLine();
            output.Write($"{count.Read} berichten: {count.Approved} goedgekeurd, ");
            output.WriteLine($"{count.Rejected} afgekeurd, {count.NoBericht} geen bericht{NotSucceeded(count)}.");
        }

        if (!silent && _rules.Count > 0)
        {
            output.WriteLine($"Meer over een regel: ijw uitleg {string.Join(' ', _rules.Take(5))}{(_rules.Count > 5 ? " …" : "")}");
        }
        output.Flush();
    }

    private static string NotSucceeded(Count count) =>
        (count.NotRead > 0 ? $", {count.NotRead} niet gelezen" : "")
        + (count.ReportsNotWritten > 0 ? $", {TextBlock.Count(count.ReportsNotWritten, "rapport", "rapporten")} niet geschreven" : "");

    private string Heading(CheckOutcome outcome)
    {
        var oordeel = outcome.Oordeel switch
        {
            Oordeel.Approved => terminal.Paint.Green("goedgekeurd"),
            Oordeel.Rejected => terminal.Paint.Yellow("afgekeurd"),
            _ => terminal.Paint.Red("geen bericht"),
        };
        return outcome.Kind is { } kind ? $"{kind.Name}, {oordeel}" : oordeel;
    }

    private void Show(Bevinding bevinding)
    {
        var kind =
            bevinding.Chain ? "advies over de keten, "
            : bevinding.Advice ? "advies, "
            : "";
        var level = $"{kind}niveau {bevinding.Level}{(bevinding.Retourcode is { } retourcode ? $", retourcode {retourcode}" : "")}";
        terminal.Out.WriteLine($"  regel {bevinding.LineNumber}, kolom {bevinding.Column}: {bevinding.Path}");
        terminal.Out.WriteLine($"    {terminal.Paint.Bold(bevinding.Rule)} ({level})");
        terminal.Out.WriteLine($"    {Terminal.AsPrintable(bevinding.Text)}");
        _rules.Add(bevinding.Rule);
    }
}
