namespace Ijw.Reading.Values;

/// <summary>Times as xs:time writes them, without time zone: fractions and 24:00:00 are allowed (messages.md 5.6).</summary>
internal static class Times
{
    /// <summary>True for hh:mm:ss, with any number of digits behind a point.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }
        if (!Two(text, 24, out var hour) || !Two(text[3..], 59, out var minute) || !Two(text[6..], 59, out var second))
        {
            return false;
        }
        var fraction = text[8..];
        if (
            !fraction.IsEmpty
            && (fraction.Length == 1 || fraction[0] != '.' || fraction[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        )
        {
            return false;
        }
        return hour < 24 || (minute == 0 && second == 0 && !fraction.ContainsAnyInRange((byte)'1', (byte)'9'));
    }

    private static bool Two(ReadOnlySpan<byte> text, int highest, out int number)
    {
        number = ((text[0] - '0') * 10) + (text[1] - '0');
        return char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]) && number <= highest;
    }
}
