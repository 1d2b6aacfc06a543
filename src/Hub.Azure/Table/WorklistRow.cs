using System.Globalization;
using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Search;
using Hub.Termijnen;
using Hub.Worklist;
using Hub.Zaken;
using Ijw.Content;

namespace Hub.Azure.Table;

/// <summary>
/// The rows of worklists: PartitionKey = code of a deelnemer, RowKey = a range and what orders it. A clock stands by its last day, all else
/// by when its bericht came in.
/// </summary>
internal static class WorklistRow
{
    private const string Answer = "Antwoord";
    private const string Declared = "Regel";
    private const string DeclaratieNummer = "DeclaratieNummer";
    public const string Verdict = "Uitslag";
    public const string Answered = "Beantwoord";
    public const string Codes = "Codes";

    private const string LinesToRepair = "wt~";
    private const string LinesSettled = "wu~";
    private const char Separator = '~';
    private const char DeclaredSeparator = '\n';
    private const int DeclaredCount = 7;
    private const int MaxRules = 5;

    /// <summary>What the keys of a range begin with.</summary>
    public static string Prefix(WorklistRange range) =>
        range switch
        {
            WorklistRange.AnswersByMe => "wma~",
            WorklistRange.LeveringenByMe => "wml~",
            WorklistRange.AnswersByOther => "woa~",
            WorklistRange.LeveringenByOther => "wol~",
            WorklistRange.InProcess => "wp~",
            WorklistRange.Refused => "wr~",
            WorklistRange.Repaired => "ws~",
            _ => throw new ArgumentOutOfRangeException(nameof(range)),
        };

    public static string LinePrefix(bool isSettled) => isSettled ? LinesSettled : LinesToRepair;

    public static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertMerge, row);

    public static TableTransactionAction Remove(TableEntity row) =>
        new(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), global::Azure.ETag.All);

    /// <summary>All keys that a bericht itself can have in a worklist; clocks have others.</summary>
    public static IEnumerable<(string From, string Until)> RangesOf(BerichtStatus bericht)
    {
        var place = Ascending(bericht.Trail.Received, bericht.BerichtId);
        string[] prefixes =
        [
            Prefix(WorklistRange.InProcess),
            Prefix(WorklistRange.Refused),
            Prefix(WorklistRange.Repaired),
            LinesToRepair,
            LinesSettled,
        ];
        // Of a line its place stands behind the bericht.
        return prefixes.Select(prefix => (prefix + place, $"{prefix}{place}{Separator}z"));
    }

    /// <summary>A bericht that is not processed yet, at its sender.</summary>
    public static TableEntity InProcess(BerichtStatus bericht) => OfSent(WorklistRange.InProcess, bericht);

    /// <summary>A refused bericht at its sender.</summary>
    public static TableEntity Refused(ZaakVerdict verdict)
    {
        var row = OfSent(WorklistRange.Refused, verdict.Bericht);
        row[Answered] = verdict.Attempt.Answered;
        row[Codes] = string.Join(' ', verdict.Attempt.Codes);
        row[Answer] = verdict.Attempt.Answer;
        row["Regels"] = string.Join(
            ' ',
            verdict
                .Bericht.Bevindingen.Where(bevinding => !bevinding.Advice)
                .Select(bevinding => bevinding.Rule)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxRules)
        );
        return row;
    }

    /// <summary>The same row among those that were repaired.</summary>
    public static TableEntity Repaired(TableEntity refused, string by)
    {
        var row = new TableEntity(
            refused.PartitionKey,
            Prefix(WorklistRange.Repaired) + refused.RowKey[Prefix(WorklistRange.Refused).Length..]
        );
        foreach (var (name, value) in refused.Where(property => !property.Key.StartsWith("odata.", StringComparison.Ordinal)))
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp"))
            {
                row[name] = value;
            }
        }

        row["HersteldDoor"] = by;
        return row;
    }

    /// <summary>The key of a refused bericht at its sender.</summary>
    public static string RefusedKey(DateTimeOffset received, string berichtId) =>
        Prefix(WorklistRange.Refused) + Ascending(received, berichtId);

    /// <summary>A clock, at both parties.</summary>
    public static IEnumerable<TableEntity> Termijn(Termijn termijn)
    {
        var setting = termijn.Setting!;
        var isLevering = setting.Kind is TermijnKind.Start or TermijnKind.Stop;
        foreach (var code in termijn.Pair.Codes)
        {
            var range = (code == setting.OnTurn, isLevering) switch
            {
                (true, false) => WorklistRange.AnswersByMe,
                (true, true) => WorklistRange.LeveringenByMe,
                (false, false) => WorklistRange.AnswersByOther,
                (false, true) => WorklistRange.LeveringenByOther,
            };
            yield return new TableEntity(
                code,
                $"{Prefix(range)}{TermijnRow.Day(setting.Deadline)}{Separator}{termijn.Pair}{Separator}{termijn.Key}"
            )
            {
                ["Termijn"] = (int)setting.Kind,
                ["BerichtId"] = setting.BerichtId,
                ["Soort"] = setting.Berichtsoort,
                ["Identificatie"] = setting.Identificatie,
                ["Pad"] = setting.Path,
            };
        }
    }

    /// <summary>A refused line at its aanbieder. What was declared is sealed: it tells of the care that a child gets.</summary>
    public static TableEntity Line(string aanbieder, RefusedLine line, bool isSettled, ClientKeys keys)
    {
        var (place, prefix) = (line.Place, LinePrefix(isSettled));
        string[] declared =
        [
            place.Category,
            place.Code,
            TermijnRow.Day(place.Period.Begin),
            TermijnRow.Day(place.Period.End),
            line.Volume.ToString(CultureInfo.InvariantCulture),
            line.Eenheid,
            // Last, since only it may hold what parts them.
            line.ReferentieNummer,
        ];
        return new TableEntity(
            aanbieder,
            string.Create(CultureInfo.InvariantCulture, $"{prefix}{Ascending(line.Received, line.BerichtId)}{Separator}{line.Index:D5}")
        )
        {
            ["Tegenpartij"] = line.Gemeente,
            [DeclaratieNummer] = line.DeclaratieNummer is { } declaratie ? keys.Seal(declaratie) : null,
            ["ToewijzingNummer"] = place.ToewijzingNummer,
            [Declared] = keys.Seal(string.Join(DeclaredSeparator, declared)),
            ["Bedrag"] = line.Amount,
            [Codes] = string.Join(' ', line.Codes),
            [Answered] = line.Answered,
            ["HersteldDoor"] = line.RepairedBy,
        };
    }

    /// <summary>Between which keys the lines of a declaratie stand.</summary>
    public static (string From, string Until) LinesOf(BerichtStatus declaratie, bool isSettled)
    {
        var first = $"{LinePrefix(isSettled)}{Ascending(declaratie.Trail.Received, declaratie.BerichtId)}{Separator}";
        return (first, first + Separator);
    }

    /// <summary>The columns by which a row of a zaak says what became of a bericht.</summary>
    public static void Add(TableEntity row, Attempt attempt)
    {
        row[Verdict] = (int)attempt.Verdict;
        row[Answered] = attempt.Answered;
        row[Codes] = string.Join(' ', attempt.Codes);
        row[Answer] = attempt.Answer;
    }

    /// <summary>A try, of a row of a zaak.</summary>
    public static Attempt ReadAttempt(TableEntity row, SearchPlace place) =>
        new(
            place.BerichtId,
            place.Received,
            row.GetInt32(Verdict) is { } verdict ? (Verdict)verdict : Hub.Zaken.Verdict.Open,
            row.GetDateTimeOffset(Answered),
            Texts(row, Codes)
        )
        {
            Answer = row.GetString(Answer),
        };

    public static WorklistItem Read(TableEntity row, WorklistRange range) =>
        range is WorklistRange.InProcess or WorklistRange.Refused or WorklistRange.Repaired
            ? ReadSent(row, range)
            : ReadTermijn(row, range);

    public static WorklistKey ReadKey(TableEntity row, WorklistRange range)
    {
        if (range is WorklistRange.InProcess or WorklistRange.Refused or WorklistRange.Repaired)
        {
            return new WorklistKey(row.RowKey, null, null);
        }
        var (deadline, pair, _) = Parts(row.RowKey);
        return new WorklistKey(row.RowKey, deadline, pair);
    }

    public static RefusedLine ReadLine(TableEntity row, ClientKeys keys)
    {
        var parts = row.RowKey.Split(Separator);
        if (
            keys.Open(row.Required(Declared)).Split(DeclaredSeparator, DeclaredCount)
            is not [var category, var code, var begin, var end, var volume, var eenheid, var reference]
        )
        {
            throw new InvalidDataException("A line of another form.");
        }
        return new RefusedLine
        {
            Key = row.RowKey,
            BerichtId = parts[2],
            Index = int.Parse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture),
            Gemeente = row.Required("Tegenpartij"),
            DeclaratieNummer = row.GetString(DeclaratieNummer) is { } declaratie ? keys.Open(declaratie) : null,
            Place = new DeclaratiePlace(
                row.GetInt32("ToewijzingNummer") ?? throw new InvalidDataException("A line without a toewijzing."),
                category,
                code,
                new Period(TermijnRow.ReadDay(begin), TermijnRow.ReadDay(end))
            ),
            ReferentieNummer = reference,
            Volume = int.Parse(volume, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            Eenheid = eenheid,
            Amount = row.GetInt64("Bedrag") ?? 0,
            Codes = Texts(row, Codes),
            Received = Moment(parts[1]),
            Answered = row.GetDateTimeOffset(Answered),
            RepairedBy = row.GetString("HersteldDoor"),
        };
    }

    private static TableEntity OfSent(WorklistRange range, BerichtStatus bericht) =>
        new(bericht.Header.Sender, Prefix(range) + Ascending(bericht.Trail.Received, bericht.BerichtId))
        {
            ["Soort"] = bericht.Header.Kind.Name,
            ["Identificatie"] = bericht.Header.Identificatie,
            ["Tegenpartij"] = bericht.Header.Addressee,
        };

    private static WorklistItem ReadSent(TableEntity row, WorklistRange range)
    {
        var parts = row.RowKey.Split(Separator);
        return new WorklistItem
        {
            Key = row.RowKey,
            Reason = range == WorklistRange.InProcess ? WorklistReason.InProcess : WorklistReason.Refused,
            BerichtId = parts[2],
            Berichtsoort = row.Required("Soort"),
            Identificatie = row.Required("Identificatie"),
            Counterparty = row.Required("Tegenpartij"),
            Since = Moment(parts[1]),
            IsMine = range != WorklistRange.InProcess,
            Codes = Texts(row, Codes),
            Rules = Texts(row, "Regels"),
            Answered = row.GetDateTimeOffset(Answered),
            Answer = row.GetString(Answer),
            RepairedBy = row.GetString("HersteldDoor"),
        };
    }

    private static WorklistItem ReadTermijn(TableEntity row, WorklistRange range)
    {
        var (deadline, pair, key) = Parts(row.RowKey);
        var kind = (TermijnKind)(row.GetInt32("Termijn") ?? 0);
        return new WorklistItem
        {
            Key = row.RowKey,
            Reason = WorklistReason.Termijn,
            BerichtId = row.Required("BerichtId"),
            Berichtsoort = row.Required("Soort"),
            Identificatie = row.Required("Identificatie"),
            Counterparty = pair.Codes.Single(code => code != row.PartitionKey),
            Deadline = deadline,
            IsMine = range is WorklistRange.AnswersByMe or WorklistRange.LeveringenByMe,
            Termijn = Enum.IsDefined(kind) ? kind : throw new InvalidDataException("A clock of a kind that is not known."),
            Path = row.GetString("Pad"),
            ToewijzingNummer = TermijnKey.ToewijzingNummer(key),
        };
    }

    private static (DateOnly Deadline, Pair Pair, string Key) Parts(string rowKey)
    {
        var parts = rowKey.Split(Separator, 4);
        return (TermijnRow.ReadDay(parts[1]), Pair.Read(parts[2]), parts[3]);
    }

    private static string[] Texts(TableEntity row, string name) =>
        (row.GetString(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Ascending(DateTimeOffset moment, string berichtId)
    {
        var ticks = moment.UtcTicks;
        return string.Create(CultureInfo.InvariantCulture, $"{ticks - (ticks % TimeSpan.TicksPerMillisecond):D19}{Separator}{berichtId}");
    }

    private static DateTimeOffset Moment(string ticks) =>
        new(long.Parse(ticks, NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
