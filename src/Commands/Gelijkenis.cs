namespace Commands;

/// <summary>Finds what somebody probably meant.</summary>
public static class Gelijkenis
{
    /// <summary>The names that look most like a word, best first; none when nothing comes near.</summary>
    public static IReadOnlyList<string> Naaste(string woord, IEnumerable<string> namen, int hoeveel)
    {
        var klein = woord.ToUpperInvariant();
        var grens = Math.Max(1, Math.Min(3, woord.Length / 2));
        return
        [
            .. namen.Select(naam => (Naam: naam, Afstand: Afstand(klein, naam.ToUpperInvariant())))
                .Where(paar => paar.Afstand <= grens)
                .OrderBy(paar => paar.Afstand)
                .ThenBy(paar => paar.Naam, StringComparer.Ordinal)
                .Take(hoeveel)
                .Select(paar => paar.Naam),
        ];
    }

    /// <summary>Edits between two words, where swapping two neighbours is one edit (optimal string alignment).</summary>
    private static int Afstand(string a, string b)
    {
        var tabel = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) tabel[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) tabel[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var vervang = tabel[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var beste = Math.Min(vervang, Math.Min(tabel[i - 1, j], tabel[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) beste = Math.Min(beste, tabel[i - 2, j - 2] + 1);
                tabel[i, j] = beste;
            }
        }

        return tabel[a.Length, b.Length];
    }
}
