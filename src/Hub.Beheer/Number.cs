using System.Globalization;

namespace Hub.Beheer;

/// <summary>Numbers as people here write them; the app runs without the cultures of the system.</summary>
internal static class Number
{
    public static NumberFormatInfo Dutch { get; } =
        NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });

    /// <summary>A number and what is counted: "1 rij", "1.200 rijen".</summary>
    public static string Of(long count, string one, string many) => string.Create(Dutch, $"{count:N0} {(count == 1 ? one : many)}");
}
