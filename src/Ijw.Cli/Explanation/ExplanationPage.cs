using Commands;

namespace Ijw.Cli.Explanation;

/// <summary>Lays out one explanation.</summary>
internal sealed class ExplanationPage(TextWriter output, Paint paint)
{
    private const string Indent = "  ";

    private bool _begun;

    /// <summary>The code and what it is about: the start of an explanation.</summary>
    public void Title(string code, string title)
    {
        if (_begun)
        {
            output.WriteLine();
        }
        _begun = true;
        output.WriteLine($"{paint.Bold(code)}  {title}");
    }

    /// <summary>A heading with running text; nothing when there is no text.</summary>
    public void Paragraph(string heading, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }
        Heading(heading);
        output.WriteLine(TextBlock.Break(text, TextBlock.Width, Indent));
    }

    /// <summary>A heading with points; nothing when there are none.</summary>
    public void List(string heading, IReadOnlyList<string> points)
    {
        if (points.Count == 0)
        {
            return;
        }
        Heading(heading);
        foreach (var point in points)
        {
            output.WriteLine($"{Indent}- {TextBlock.Break(point, TextBlock.Width, "    ").TrimStart()}");
        }
    }

    /// <summary>A heading with names and their text; nothing when there are none.</summary>
    public void Table(string heading, IReadOnlyList<(string Name, string Text)> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }
        Heading(heading);
        var column = new string(' ', rules.Max(rule => rule.Name.Length) + Indent.Length + 2);
        foreach (var (name, text) in rules)
        {
            output.WriteLine($"{Indent}{name}".PadRight(column.Length) + TextBlock.Break(text, TextBlock.Width, column).TrimStart());
        }
    }

    private void Heading(string heading)
    {
        output.WriteLine();
        output.WriteLine(paint.Bold(heading));
    }
}
