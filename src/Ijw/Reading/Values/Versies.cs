namespace Ijw.Reading.Values;

/// <summary>Versions n.n.n without leading zeros (LDT_Versie).</summary>
internal static class Versies
{
    /// <summary>True for three numbers with points between them.</summary>
    public static bool IsVersie(ReadOnlySpan<byte> tekst)
    {
        for (var delen = 1; ; delen++)
        {
            var punt = tekst.IndexOf((byte)'.');
            var deel = punt < 0 ? tekst : tekst[..punt];
            if (deel.IsEmpty || deel.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (deel[0] == '0' && deel.Length > 1)) return false;
            if (punt < 0 || delen == 3) return punt < 0 && delen == 3;
            tekst = tekst[(punt + 1)..];
        }
    }
}
