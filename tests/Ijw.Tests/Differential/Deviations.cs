using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Ijw.Tests.Differential;

/// <summary>
/// Where System.Xml.Schema departs from XML Schema and libxml2 sides with us; docs/niveau1.md lists them with the reason.
/// </summary>
internal static partial class Deviations
{
    /// <summary>The rules that ask a pattern.</summary>
    private static readonly string[] PatternRules =
    [
        "RS031",
        "RS033",
        "RS035",
        "RS036",
        "RS037",
        "RS045",
        "RS046",
        "RS047",
        "RS048",
        "CS015",
        "CS025",
        "CS319",
    ];

    /// <summary>Why the two disagree about a mutant; null when no known departure explains it.</summary>
    public static string? Reason(byte[] mutant, CheckOutcome here, string? objection) =>
        objection is null ? ReasonOfRefuse(mutant, here.Bevindingen) : ReasonOfAccept(objection);

    private static string? ReasonOfAccept(string objection)
    {
        if (FarYearRegex().IsMatch(objection))
        {
            return "a year before 0001 or after 9999 is an XML Schema date";
        }
        if (objection.Contains("The string '24:00:00", StringComparison.Ordinal))
        {
            return "24:00:00 is an XML Schema time";
        }
        var lengthy = LengthRegex().Match(objection);
        if (lengthy.Success && lengthy.Groups["value"].Value.Any(char.IsSurrogate))
        {
            return "a length counts characters, not UTF-16 code units";
        }
        var value = PatternRegex().Match(objection);
        return value.Success && value.Groups["value"].Value.Any(character => character > 0x7F && char.IsWhiteSpace(character))
            ? "white space in a pattern is space, tab, CR and LF only"
            : null;
    }

    private static string? ReasonOfRefuse(byte[] mutant, IReadOnlyList<Bevinding> bevindingen)
    {
        if (bevindingen.Any(bevinding => bevinding.Rule == "XML"))
        {
            return ReasonOfNotXml(mutant);
        }
        var reasons = bevindingen.Select(bevinding => ReasonOfBevinding(mutant, bevinding)).Distinct().ToArray();
        return reasons.Contains(null) ? null : reasons[0];
    }

    private static string? ReasonOfBevinding(byte[] mutant, Bevinding bevinding)
    {
        if (bevinding.Text.Contains("CDATA", StringComparison.Ordinal))
        {
            return "CDATA between elements is refused";
        }
        if (
            bevinding.Rule is "RS032" or "RS034"
            && Value(mutant, bevinding.Path) is var time
            && time.Trim().Length < time.Trim(' ', '\t', '\r', '\n').Length
        )
        {
            return "white space around a date is space, tab, CR and LF only";
        }
        if (!PatternRules.Contains(bevinding.Rule))
        {
            return null;
        }
        var value = Value(mutant, bevinding.Path);
        if (value.EndsWith('\n') && !value[..^1].Contains('\n', StringComparison.Ordinal))
        {
            return "a pattern covers the whole value, also a trailing line feed";
        }
        return value.Contains('\r', StringComparison.Ordinal) ? "a point in a pattern is not a carriage return" : null;
    }

    private static string? ReasonOfNotXml(byte[] mutant)
    {
        if (IsOtherEncoding(mutant))
        {
            return "encodings other than UTF-8 are refused";
        }
        return VersionRegex().IsMatch(Begin(mutant)) ? "an XML version is 1.0 and nothing behind it" : null;
    }

    /// <summary>Two bytes to a character, or a declaration that names another encoding than UTF-8.</summary>
    private static bool IsOtherEncoding(byte[] mutant) =>
        mutant is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..]
        || OtherEncodingRegex().IsMatch(Begin(mutant));

    private static string Begin(byte[] mutant) => Encoding.Latin1.GetString(mutant.AsSpan(0, Math.Min(mutant.Length, 100)));

    private static string Value(byte[] mutant, string path)
    {
        using var reader = XmlReader.Create(new MemoryStream(mutant));
        XContainer holder = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = step.Split('[')[0];
            var index = step.Contains('[', StringComparison.Ordinal)
                ? int.Parse(step[(name.Length + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)
                : 1;
            holder = holder.Elements().Where(element => element.Name.LocalName == name).ElementAt(index - 1);
        }

        return ((XElement)holder).Value;
    }

    [GeneratedRegex(@"^(\u00EF\u00BB\u00BF)?<\?xml [^>]*encoding=""(?!utf-8"")", RegexOptions.IgnoreCase)]
    private static partial Regex OtherEncodingRegex();

    [GeneratedRegex(@"^(\u00EF\u00BB\u00BF)?<\?xml version=""1\.0[^""]+""")]
    private static partial Regex VersionRegex();

    [GeneratedRegex(@"The string '\s*(-\d+|\d{5,})-\d\d-\d\d\s*' is not a valid Date value")]
    private static partial Regex FarYearRegex();

    [GeneratedRegex(
        @"The value '(?<value>.*?)' is invalid according to its datatype .* The actual length is greater than the MaxLength",
        RegexOptions.Singleline
    )]
    private static partial Regex LengthRegex();

    [GeneratedRegex(
        @"The value '(?<value>.*?)' is invalid according to its datatype .* The Pattern constraint failed",
        RegexOptions.Singleline
    )]
    private static partial Regex PatternRegex();
}
