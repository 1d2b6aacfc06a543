namespace Ijw.Examples;

/// <summary>BSNs that are nobody's: from 999900006 up, with a right 11-proef (CS002).</summary>
internal static class Testbsn
{
    private const int EersteStam = 99_990_000;
    private const int Stammen = 10_000;

    /// <summary>How many there are for sure.</summary>
    public const int Aantal = 9_000;

    private static readonly string[] Alle = [.. Vanaf(EersteStam, Stammen)];

    /// <summary>The one at a place in the row; past the end it starts again.</summary>
    public static string Op(int plaats) => Alle[plaats % Alle.Length];

    /// <summary>The BSNs of so many stems of eight digits, rising; of eleven stems about one has none.</summary>
    public static IEnumerable<string> Vanaf(int eersteStam, int stammen)
    {
        for (var stam = eersteStam; stam < eersteStam + stammen; stam++)
        {
            var som = 0;
            for (var (rest, gewicht) = (stam, 2); rest > 0; rest /= 10, gewicht++) som += gewicht * (rest % 10);
            if (som % 11 < 10) yield return $"{stam}{som % 11}";
        }
    }
}
