namespace Commands;

/// <summary>Finds what somebody probably meant.</summary>
public static class Similarity
{
    /// <summary>The names that look most like a word, best first; none when nothing comes near.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> names, int howMany)
    {
        var small = word.ToUpperInvariant();
        var limit = Math.Max(1, Math.Min(3, word.Length / 2));
        return
        [
            .. names
                .Select(name => (Name: name, Distance: Distance(small, name.ToUpperInvariant())))
                .Where(pair => pair.Distance <= limit)
                .OrderBy(pair => pair.Distance)
                .ThenBy(pair => pair.Name, StringComparer.Ordinal)
                .Take(howMany)
                .Select(pair => pair.Name),
        ];
    }

    /// <summary>Edits between two words, where swapping two neighbours is one edit (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }
        for (var j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(replace, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                }
                table[i, j] = best;
            }
        }

        return table[a.Length, b.Length];
    }
}
