namespace Ijw.Catalogue;

/// <summary>Reads the rule catalogue: tab-separated text with a header line and one rule per line.</summary>
internal static class Regellezer
{
    private static readonly string[] Kolommen =
        ["code", "soort", "niveau", "retourcode", "berichten", "wie", "nietGecontroleerd", "advies", "voorbehoud", "titel", "voorbeeld"];

    /// <summary>The rules in the order of the text.</summary>
    /// <exception cref="InvalidDataException">The text is malformed; the message says at which line and why.</exception>
    public static IReadOnlyList<Regel> Lees(TextReader tekst)
    {
        if (tekst.ReadLine() != string.Join('\t', Kolommen))
            throw Fout(1, $"the header must be {string.Join(", ", Kolommen)}");

        var regels = new List<Regel>(303);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var nummer = 2; tekst.ReadLine() is { } lijn; nummer++)
        {
            var regel = LeesRegel(lijn.Split('\t'), nummer);
            if (!codes.Add(regel.Code)) throw Fout(nummer, $"{regel.Code} is in it twice");
            regels.Add(regel);
        }

        return regels;
    }

    private static Regel LeesRegel(string[] velden, int nummer)
    {
        if (velden.Length != Kolommen.Length)
            throw Fout(nummer, $"{velden.Length} columns where {Kolommen.Length} are needed");

        return new Regel(
            Verplicht(velden, 0, nummer),
            Soort(velden[1], nummer),
            Niveau(velden[2], nummer),
            Optioneel(velden[3]),
            velden[4].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Wie(velden[5], nummer),
            Optioneel(velden[6]),
            Optioneel(velden[7]),
            Optioneel(velden[8]),
            Verplicht(velden, 9, nummer),
            Optioneel(velden[10]));
    }

    private static RegelSoort Soort(string veld, int nummer) => veld switch
    {
        "RS" => RegelSoort.RS,
        "CD" => RegelSoort.CD,
        "CS" => RegelSoort.CS,
        "TR" => RegelSoort.TR,
        "OP" => RegelSoort.OP,
        "IV" => RegelSoort.IV,
        "UP" => RegelSoort.UP,
        _ => throw Fout(nummer, $"soort '{veld}' is unknown"),
    };

    private static int? Niveau(string veld, int nummer) => veld switch
    {
        "" => null,
        "1" or "2" or "3" or "4" => veld[0] - '0',
        _ => throw Fout(nummer, $"niveau '{veld}' is not 1, 2, 3, 4 or empty"),
    };

    private static WieHandelt Wie(string veld, int nummer) => veld switch
    {
        "-" => WieHandelt.Niemand,
        "verzender" => WieHandelt.Verzender,
        "ontvanger" => WieHandelt.Ontvanger,
        "beide" => WieHandelt.Beide,
        _ => throw Fout(nummer, $"wie '{veld}' is not verzender, ontvanger, beide or -"),
    };

    private static string? Optioneel(string veld) => veld.Length == 0 ? null : veld;

    private static string Verplicht(string[] velden, int kolom, int nummer) =>
        velden[kolom].Length == 0 ? throw Fout(nummer, $"{Kolommen[kolom]} is empty") : velden[kolom];

    private static InvalidDataException Fout(int nummer, string reden) => new($"Rule catalogue, line {nummer}: {reden}.");
}
