namespace Ijw.Catalogue;

/// <summary>Reads the rule catalogue: tab-separated text with a header line and one rule per line.</summary>
internal static class RuleReader
{
    private static readonly string[] Columns =
    [
        "code",
        "soort",
        "niveau",
        "retourcode",
        "berichten",
        "wie",
        "nietGecontroleerd",
        "advies",
        "voorbehoud",
        "titel",
        "voorbeeld",
    ];

    /// <summary>The rules in the order of the text.</summary>
    /// <exception cref="InvalidDataException">The text is malformed; the message says at which line and why.</exception>
    public static IReadOnlyList<Rule> Read(TextReader text)
    {
        if (text.ReadLine() != string.Join('\t', Columns))
        {
            throw Fault(1, $"the header must be {string.Join(", ", Columns)}");
        }

        var rules = new List<Rule>(303);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 2; text.ReadLine() is { } line; number++)
        {
            var rule = ReadRule(line.Split('\t'), number);
            if (!codes.Add(rule.Code))
            {
                throw Fault(number, $"{rule.Code} is in it twice");
            }
            rules.Add(rule);
        }

        return rules;
    }

    private static Rule ReadRule(string[] fields, int number)
    {
        if (fields.Length != Columns.Length)
        {
            throw Fault(number, $"{fields.Length} columns where {Columns.Length} are needed");
        }

        return new Rule(
            Required(fields, 0, number),
            Kind(fields[1], number),
            Level(fields[2], number),
            Optional(fields[3]),
            fields[4].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Who(fields[5], number),
            Optional(fields[6]),
            Optional(fields[7]),
            Optional(fields[8]),
            Required(fields, 9, number),
            Optional(fields[10])
        );
    }

    private static RuleKind Kind(string field, int number) =>
        field switch
        {
            "RS" => RuleKind.RS,
            "CD" => RuleKind.CD,
            "CS" => RuleKind.CS,
            "TR" => RuleKind.TR,
            "OP" => RuleKind.OP,
            "IV" => RuleKind.IV,
            "UP" => RuleKind.UP,
            _ => throw Fault(number, $"soort '{field}' is unknown"),
        };

    private static int? Level(string field, int number) =>
        field switch
        {
            "" => null,
            "1" or "2" or "3" or "4" => field[0] - '0',
            _ => throw Fault(number, $"niveau '{field}' is not 1, 2, 3, 4 or empty"),
        };

    private static WhoActs Who(string field, int number) =>
        field switch
        {
            "-" => WhoActs.Nobody,
            "verzender" => WhoActs.Sender,
            "ontvanger" => WhoActs.Ontvanger,
            "beide" => WhoActs.Both,
            _ => throw Fault(number, $"wie '{field}' is not verzender, ontvanger, beide or -"),
        };

    private static string? Optional(string field) => field.Length == 0 ? null : field;

    private static string Required(string[] fields, int column, int number) =>
        fields[column].Length == 0 ? throw Fault(number, $"{Columns[column]} is empty") : fields[column];

    private static InvalidDataException Fault(int number, string reason) => new($"Rule catalogue, line {number}: {reason}.");
}
