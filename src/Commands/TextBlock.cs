using System.Text;

namespace Commands;

/// <summary>Lays out running text.</summary>
public static class TextBlock
{
    /// <summary>The width of explanations, in characters.</summary>
    public const int Width = 96;

    /// <summary>Breaks text into lines of at most <paramref name="width"/> characters, each after the indentation.</summary>
    public static string Break(string text, int width, string indent)
    {
        var output = new StringBuilder(indent);
        var column = indent.Length;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var begin = column == indent.Length;
            if (!begin && column + 1 + word.Length > width)
            {
                output.Append('\n').Append(indent);
                column = indent.Length;
                begin = true;
            }

            if (!begin)
            {
                output.Append(' ');
            }
            output.Append(word);
            column += word.Length + (begin ? 0 : 1);
        }

        return output.ToString();
    }

    /// <summary>A number with its noun in the right form.</summary>
    public static string Count(int count, string singular, string plural) => count == 1 ? $"1 {singular}" : $"{count} {plural}";
}
