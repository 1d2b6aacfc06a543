using System.Globalization;

namespace Hub.Postbus;

/// <summary>A place in one postbus, as its reader keeps it: <c>{code}-{number}</c>; to the reader it has no meaning.</summary>
public static class Cursor
{
    /// <summary>The cursor behind <paramref name="sequenceNumber"/> in the postbus of <paramref name="code"/>.</summary>
    public static string Write(string code, long sequenceNumber) => string.Create(CultureInfo.InvariantCulture, $"{code}-{sequenceNumber}");

    /// <summary>The number in a cursor, 0 when there is none; null when it is no cursor, or one of another postbus.</summary>
    public static long? Read(string code, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }
        return
            cursor.StartsWith(code + "-", StringComparison.Ordinal)
            && long.TryParse(cursor.AsSpan(code.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
