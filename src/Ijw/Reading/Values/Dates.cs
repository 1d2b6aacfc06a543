namespace Ijw.Reading.Values;

/// <summary>Dates as xs:date writes them, without time zone; also negative years and years past 9999 (messages.md 5.6).</summary>
internal static class Dates
{
    /// <summary>The day number of 9999-12-31.</summary>
    private const long LastDay = 3_652_058;

    /// <summary>
    /// The years that a day number can be worked out for without overflow; dates further away are valid and compare as far away.
    /// </summary>
    private const int MaxYearFigures = 12;

    /// <summary>Reads yyyy-mm-dd; the day number is that of <see cref="DateOnly.DayNumber"/>, continued to all years.</summary>
    public static bool Read(ReadOnlySpan<byte> text, out long day) => ReadPlain(text, out day) || ReadTidy(text, out day);

    /// <summary>Dates of ten characters, which nearly all are: the first eight as one word.</summary>
    private static bool ReadPlain(ReadOnlySpan<byte> text, out long day)
    {
        day = 0;
        if (text.Length != 10)
        {
            return false;
        }
        // What is left of yyyy-mm- after this is the digits; a byte that was something else is then above nine, or not zero where a dash
        // stood.
        var word = Word.Of(in text[0]) ^ 0x2D30_302D_3030_3030;
        var (ten, one) = ((uint)text[8] - '0', (uint)text[9] - '0');
        if (((word | (word + 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080) != 0 || ten > 9 || one > 9)
        {
            return false;
        }
        var pairs = (((uint)word * 10) + ((uint)word >> 8)) & 0x00FF_00FF;
        var year = ((pairs * 100) + (pairs >> 16)) & 0xFFFF;
        var month = (((uint)(word >> 40) & 0xFF) * 10) + ((uint)(word >> 48) & 0xFF);
        var dayOfMonth = (ten * 10) + one;
        if (year == 0 || month - 1 > 11 || dayOfMonth == 0 || (dayOfMonth > 28 && dayOfMonth > DaysInMonth(year, (int)month)))
        {
            return false;
        }
        if (month <= 2)
        {
            year--;
            month += 12;
        }

        day = (365 * year) + (year / 4) - (year / 100) + (year / 400) + (((153 * (month - 3)) + 2) / 5) + dayOfMonth - 307L;
        return true;
    }

    private static bool ReadTidy(ReadOnlySpan<byte> text, out long day)
    {
        day = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        if (negative)
        {
            text = text[1..];
        }
        if (text.Length < 10)
        {
            return false;
        }
        var yearText = text[..^6];
        var rest = text[^6..];
        if (rest[0] != '-' || rest[3] != '-' || !Two(rest[1..], out var month) || !Two(rest[4..], out var dayOfMonth))
        {
            return false;
        }
        if (yearText.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (yearText.Length > 4 && yearText[0] == '0'))
        {
            return false;
        }
        if (!Numbers.Read(yearText.Length > MaxYearFigures ? Shortened(yearText) : yearText, out var year) || year == 0)
        {
            return false;
        }
        if (negative)
        {
            year = -year;
        }
        if (month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DaysInMonth(year, month))
        {
            return false;
        }
        day = DayNumber(year, month, dayOfMonth);
        return true;
    }

    /// <summary>The date of a day number; null outside the years 0001-9999.</summary>
    public static DateOnly? Date(long day) => day is >= 0 and <= LastDay ? DateOnly.FromDayNumber((int)day) : null;

    /// <summary>Keeps what decides on leap years: the last four digits, behind a number of digits that stays far away.</summary>
    private static byte[] Shortened(ReadOnlySpan<byte> yearText) => [.. "99999999"u8, .. yearText[^4..]];

    private static bool Two(ReadOnlySpan<byte> text, out int number)
    {
        number = ((text[0] - '0') * 10) + (text[1] - '0');
        return char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]);
    }

    private static int DaysInMonth(long year, int month) =>
        month switch
        {
            2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    /// <summary>Days since 0001-01-01 in the proleptic Gregorian calendar; March-based, so that the leap day comes last.</summary>
    private static long DayNumber(long year, int month, int day)
    {
        if (month <= 2)
        {
            year--;
            month += 12;
        }

        var leapDays = ToLower(year, 4) - ToLower(year, 100) + ToLower(year, 400);
        return (365 * year) + leapDays + (((153 * (month - 3)) + 2) / 5) + day - 307;
    }

    private static long ToLower(long number, long divisor) => (number - (((number % divisor) + divisor) % divisor)) / divisor;
}
