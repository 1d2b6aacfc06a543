using System.Globalization;
using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Search;

namespace Hub.Azure.Table;

/// <summary>The columns of a row that show which numbers are in a bericht; that of a declaratie is sealed.</summary>
internal static class NumbersRow
{
    private const string Toewijzingen = "Toewijzingen";
    private const string Verzoeken = "Verzoeken";
    private const string DeclaratieNummer = "DeclaratieNummer";
    private const string Month = "Maand";
    private const string Lines = "Regels";
    private const string Total = "Bedrag";

    // A property holds 32 Ki characters; a number is ten of them with what parts it, a reference 37.
    private const int PerProperty = 800;

    public static void Write(TableEntity row, BerichtNumbers numbers, ClientKeys keys)
    {
        Write(row, Toewijzingen, numbers.Toewijzingen.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        // A reference may hold a space, and no line break.
        Write(row, Verzoeken, numbers.Verzoeken);
        row[DeclaratieNummer] = numbers.DeclaratieNummer is { } declaratie ? keys.Seal(declaratie) : null;
        row[Month] = numbers.Month is { } month ? TermijnRow.Day(month) : null;
        row[Lines] = numbers.Lines;
        row[Total] = numbers.Total;
    }

    /// <summary>The numbers; null when the row was written before there were any.</summary>
    public static BerichtNumbers? Read(TableEntity row, ClientKeys keys) =>
        row.ContainsKey(Toewijzingen + "00")
            ? new BerichtNumbers(
                [.. Texts(row, Toewijzingen).Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture))],
                [.. Texts(row, Verzoeken)],
                row.GetString(DeclaratieNummer) is { } declaratie ? keys.Open(declaratie) : null
            )
            {
                Month = row.GetString(Month) is { } month ? TermijnRow.ReadDay(month) : null,
                Lines = row.GetInt32(Lines),
                Total = row.GetInt64(Total),
            }
            : null;

    private static void Write(TableEntity row, string name, IEnumerable<string> texts)
    {
        // Also when there are none, which tells that it was looked at.
        row[name + "00"] = "";
        foreach (var (number, part) in texts.Chunk(PerProperty).Index())
        {
            row[Numbered(name, number)] = string.Join('\n', part);
        }
    }

    private static IEnumerable<string> Texts(TableEntity row, string name)
    {
        for (var number = 0; row.GetString(Numbered(name, number)) is { Length: > 0 } text; number++)
        {
            foreach (var part in text.Split('\n'))
            {
                yield return part;
            }
        }
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number:D2}");
}
