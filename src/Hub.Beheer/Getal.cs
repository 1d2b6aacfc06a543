using System.Globalization;

namespace Hub.Beheer;

/// <summary>Numbers as people here write them; the app runs without the cultures of the system.</summary>
internal static class Getal
{
    public static NumberFormatInfo Nederlands { get; } = NumberFormatInfo.ReadOnly(
        new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });
}
