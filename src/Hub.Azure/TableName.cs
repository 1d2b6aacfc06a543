namespace Hub.Azure;

/// <summary>What a table may be called.</summary>
public static class TableName
{
    /// <summary>Whether <paramref name="text"/> can name a table: 3 to 63 letters and digits, a letter first.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: >= 3 and <= 63 } && char.IsAsciiLetter(text[0]) && text.All(char.IsAsciiLetterOrDigit);
}
