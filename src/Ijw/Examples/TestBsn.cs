namespace Ijw.Examples;

/// <summary>BSNs that are nobody's: from 999900006 up, with a right 11-proef (CS002).</summary>
internal static class TestBsn
{
    private const int FirstStem = 99_990_000;
    private const int Stems = 10_000;

    /// <summary>How many there are for sure.</summary>
    public const int Count = 9_000;

    private static readonly string[] All = [.. From(FirstStem, Stems)];

    /// <summary>The one at a place in the row; past the end it starts again.</summary>
    public static string On(int place) => All[place % All.Length];

    /// <summary>The BSNs of so many stems of eight digits, rising; of eleven stems about one has none.</summary>
    public static IEnumerable<string> From(int firstStem, int stems)
    {
        for (var stem = firstStem; stem < firstStem + stems; stem++)
        {
            var sum = 0;
            for (var (rest, weight) = (stem, 2); rest > 0; rest /= 10, weight++)
            {
                sum += weight * (rest % 10);
            }
            if (sum % 11 < 10)
            {
                yield return $"{stem}{sum % 11}";
            }
        }
    }
}
