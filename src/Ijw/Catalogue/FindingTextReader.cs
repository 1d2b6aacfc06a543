namespace Ijw.Catalogue;

/// <summary>Reads the texts: tab-separated, with a header line and one text per line.</summary>
internal static class FindingTextReader
{
    private static readonly string[] Columns = ["code", "variant", "fault", "right", "action"];

    /// <summary>The texts in their order.</summary>
    /// <exception cref="InvalidDataException">The text is malformed; the message says at which line and why.</exception>
    public static IReadOnlyList<FindingText> Read(TextReader source)
    {
        if (source.ReadLine() != string.Join('\t', Columns))
        {
            throw Malformed(1, $"the header must be {string.Join(", ", Columns)}");
        }

        var texts = new List<FindingText>(400);
        var seen = new HashSet<(string Code, string Variant)>();
        for (var number = 2; source.ReadLine() is { } line; number++)
        {
            var text = ReadText(line.Split('\t'), number);
            var follows = texts.Count > 0 && texts[^1].Code == text.Code;
            if (follows != (text.Variant.Length > 0))
            {
                throw Malformed(number, $"the texts of {text.Code} don't stand together, the one without a variant first");
            }
            if (!seen.Add((text.Code, text.Variant)))
            {
                throw Malformed(number, $"{text.Code} {text.Variant} is in it twice");
            }
            texts.Add(text);
        }

        return texts;
    }

    private static FindingText ReadText(string[] fields, int number)
    {
        if (fields.Length != Columns.Length)
        {
            throw Malformed(number, $"{fields.Length} columns where {Columns.Length} are needed");
        }
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Length == 0 && Columns[i] != "variant")
            {
                throw Malformed(number, $"{Columns[i]} is empty");
            }
        }
        return new FindingText(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    private static InvalidDataException Malformed(int number, string reason) => new($"Texts of findings, line {number}: {reason}.");
}
