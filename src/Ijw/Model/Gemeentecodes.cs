using System.Collections.Frozen;
using System.Globalization;

namespace Ijw.Model;

/// <summary>
/// The gemeentecodes of CBS with the days on which each exists. The built-in list is that of the release; a herindeling after it comes from
/// a file of the same form, whose lines take the place of those of the same code.
/// </summary>
/// <remarks>
/// A line is a code, a tab, the first day, a tab and the last day (yyyy-MM-dd; empty: no bound); <c>#</c> begins a remark.
/// </remarks>
public sealed class Gemeentecodes
{
    /// <summary>The name of a file that renews the built-in list, where <c>ijw</c> and the hub look for it: beside the program.</summary>
    public const string FileName = "gemeentecodes.tsv";

    private const string Resource = "Ijw.Model.gemeentecodes.tsv";

    private readonly FrozenDictionary<string, (DateOnly First, DateOnly Last)> _days;

    private Gemeentecodes(IEnumerable<KeyValuePair<string, (DateOnly First, DateOnly Last)>> days) =>
        _days = days.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The list of this release; <c>gemeentecodes.tsv</c> in the source says where it is from.</summary>
    public static Gemeentecodes BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The codes that exist on a day.</summary>
    public IEnumerable<string> On(DateOnly day) => _days.Keys.Where(code => IsInForce(code, day));

    /// <summary>Whether a code exists on one of the days.</summary>
    public bool IsInForce(string code, params IEnumerable<DateOnly> span) =>
        _days.TryGetValue(code, out var days) && span.Any(day => days.First <= day && day <= days.Last);

    /// <summary>This list, renewed by the lines of a file.</summary>
    /// <exception cref="FormatException">A line can't be read; the message says which and why, in Dutch for whoever keeps the
    /// file.</exception>
    public Gemeentecodes With(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var renewed = Read(lines);
        return new Gemeentecodes(_days.Where(code => !renewed.ContainsKey(code.Key)).Concat(renewed));
    }

    private static Gemeentecodes ReadBuiltIn()
    {
        using var stream =
            typeof(Gemeentecodes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new Gemeentecodes(Read(reader));
    }

    private static Dictionary<string, (DateOnly First, DateOnly Last)> Read(TextReader lines)
    {
        var codes = new Dictionary<string, (DateOnly First, DateOnly Last)>(StringComparer.Ordinal);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }
            var fields = line.TrimEnd().Split('\t');
            if (fields.Length > 3)
            {
                throw Fault(number, "er staan meer dan drie kolommen");
            }
            if (fields[0].Length != 4 || !fields[0].All(char.IsAsciiDigit))
            {
                throw Fault(number, "de eerste kolom is geen code van vier cijfers");
            }
            var days = (First: Day(fields, 1, number) ?? DateOnly.MinValue, Last: Day(fields, 2, number) ?? DateOnly.MaxValue);
            if (days.First > days.Last)
            {
                throw Fault(number, "de laatste dag ligt voor de eerste");
            }
            if (!codes.TryAdd(fields[0], days))
            {
                throw Fault(number, "deze code staat er al");
            }
        }

        return codes;
    }

    private static DateOnly? Day(string[] fields, int column, int number)
    {
        if (fields.Length <= column || fields[column].Length == 0)
        {
            return null;
        }
        return DateOnly.TryParseExact(fields[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault(number, $"kolom {column + 1} is geen datum als 2026-12-31");
    }

    private static FormatException Fault(int number, string why) => new($"regel {number}: {why}");
}
