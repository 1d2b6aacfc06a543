namespace Ijw.Reading.Values;

/// <summary>Versions n.n.n without leading zeros (LDT_Versie).</summary>
internal static class Versions
{
    /// <summary>True for three numbers with points between them.</summary>
    public static bool IsVersion(ReadOnlySpan<byte> text)
    {
        for (var parts = 1; ; parts++)
        {
            var point = text.IndexOf((byte)'.');
            var part = point < 0 ? text : text[..point];
            if (part.IsEmpty || part.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (part[0] == '0' && part.Length > 1))
            {
                return false;
            }
            if (point < 0 || parts == 3)
            {
                return point < 0 && parts == 3;
            }
            text = text[(point + 1)..];
        }
    }
}
