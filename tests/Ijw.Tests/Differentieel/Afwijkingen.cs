using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Ijw.Tests.Differentieel;

/// <summary>Where System.Xml.Schema departs from XML Schema and libxml2 sides with us; docs/niveau1.md lists them with the reason.</summary>
internal static partial class Afwijkingen
{
    /// <summary>The rules that ask a pattern.</summary>
    private static readonly string[] Patroonregels =
        ["RS031", "RS033", "RS035", "RS036", "RS037", "RS045", "RS046", "RS047", "RS048", "CS015", "CS025", "CS319"];

    /// <summary>Why the two disagree about a mutant; null when no known departure explains it.</summary>
    public static string? Reden(byte[] mutant, ControleResultaat hier, string? bezwaar) =>
        bezwaar is null ? RedenVanWeigeren(mutant, hier.Bevindingen) : RedenVanAanvaarden(bezwaar);

    private static string? RedenVanAanvaarden(string bezwaar)
    {
        if (VerJaarRegex().IsMatch(bezwaar)) return "a year before 0001 or after 9999 is an XML Schema date";
        if (bezwaar.Contains("The string '24:00:00", StringComparison.Ordinal)) return "24:00:00 is an XML Schema time";
        var lang = LengteRegex().Match(bezwaar);
        if (lang.Success && lang.Groups["waarde"].Value.Any(char.IsSurrogate)) return "a length counts characters, not UTF-16 code units";
        var waarde = PatroonRegex().Match(bezwaar);
        return waarde.Success && waarde.Groups["waarde"].Value.Any(teken => teken > 0x7F && char.IsWhiteSpace(teken))
            ? "white space in a pattern is space, tab, CR and LF only"
            : null;
    }

    private static string? RedenVanWeigeren(byte[] mutant, IReadOnlyList<Bevinding> bevindingen)
    {
        if (bevindingen.Any(bevinding => bevinding.Regel == "XML")) return RedenVanNietXml(mutant);
        var redenen = bevindingen.Select(bevinding => RedenVanBevinding(mutant, bevinding)).Distinct().ToArray();
        return redenen.Contains(null) ? null : redenen[0];
    }

    private static string? RedenVanBevinding(byte[] mutant, Bevinding bevinding)
    {
        if (bevinding.Tekst.Contains("CDATA", StringComparison.Ordinal)) return "CDATA between elements is refused";
        if (bevinding.Regel is "RS032" or "RS034" && Waarde(mutant, bevinding.Pad) is var tijd && tijd.Trim().Length < tijd.Trim(' ', '\t', '\r', '\n').Length)
            return "white space around a date is space, tab, CR and LF only";
        if (!Patroonregels.Contains(bevinding.Regel)) return null;
        var waarde = Waarde(mutant, bevinding.Pad);
        if (waarde.EndsWith('\n') && !waarde[..^1].Contains('\n', StringComparison.Ordinal)) return "a pattern covers the whole value, also a trailing line feed";
        return waarde.Contains('\r', StringComparison.Ordinal) ? "a point in a pattern is not a carriage return" : null;
    }

    private static string? RedenVanNietXml(byte[] mutant)
    {
        if (IsAndereCodering(mutant)) return "encodings other than UTF-8 are refused";
        return VersieRegex().IsMatch(Begin(mutant)) ? "an XML version is 1.0 and nothing behind it" : null;
    }

    /// <summary>Two bytes to a character, or a declaration that names another encoding than UTF-8.</summary>
    private static bool IsAndereCodering(byte[] mutant) =>
        mutant is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..]
        || AndereCoderingRegex().IsMatch(Begin(mutant));

    private static string Begin(byte[] mutant) => Encoding.Latin1.GetString(mutant.AsSpan(0, Math.Min(mutant.Length, 100)));

    private static string Waarde(byte[] mutant, string pad)
    {
        using var reader = XmlReader.Create(new MemoryStream(mutant));
        XContainer houder = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var stap in pad.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var naam = stap.Split('[')[0];
            var index = stap.Contains('[', StringComparison.Ordinal) ? int.Parse(stap[(naam.Length + 1)..^1], System.Globalization.CultureInfo.InvariantCulture) : 1;
            houder = houder.Elements().Where(element => element.Name.LocalName == naam).ElementAt(index - 1);
        }

        return ((XElement)houder).Value;
    }

    [GeneratedRegex(@"^(\u00EF\u00BB\u00BF)?<\?xml [^>]*encoding=""(?!utf-8"")", RegexOptions.IgnoreCase)]
    private static partial Regex AndereCoderingRegex();

    [GeneratedRegex(@"^(\u00EF\u00BB\u00BF)?<\?xml version=""1\.0[^""]+""")]
    private static partial Regex VersieRegex();

    [GeneratedRegex(@"The string '\s*(-\d+|\d{5,})-\d\d-\d\d\s*' is not a valid Date value")]
    private static partial Regex VerJaarRegex();

    [GeneratedRegex(@"The value '(?<waarde>.*?)' is invalid according to its datatype .* The actual length is greater than the MaxLength", RegexOptions.Singleline)]
    private static partial Regex LengteRegex();

    [GeneratedRegex(@"The value '(?<waarde>.*?)' is invalid according to its datatype .* The Pattern constraint failed", RegexOptions.Singleline)]
    private static partial Regex PatroonRegex();
}
