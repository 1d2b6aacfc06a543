namespace Commands.Output;

/// <summary>Text from outside as it may be shown.</summary>
public static class Printable
{
    /// <summary>The text without control characters, which would steer the terminal; '' for nothing, so that it is seen.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return "''";
        }
        return text.Any(char.IsControl) ? string.Concat(text.Select(sign => char.IsControl(sign) ? '?' : sign)) : text;
    }
}
