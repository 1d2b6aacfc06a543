using System.Text;
using System.Text.RegularExpressions;
using Hub.Local.Voorbeelden;

namespace EndToEnd.Lekken;

/// <summary>What the samples hold of children and their families: none of it may be found outside the berichten themselves.</summary>
public sealed partial class Geheimen
{
    private readonly HashSet<string> _bsns = [];
    private readonly HashSet<string> _teksten = new(StringComparer.Ordinal);

    /// <summary>Takes the values out of the bytes of all samples.</summary>
    public Geheimen(IEnumerable<Voorbeeld> voorbeelden)
    {
        foreach (var voorbeeld in voorbeelden)
        {
            var inhoud = Voorbeeldenlijst.Inhoud(voorbeeld);
            var xml = (inhoud is [0xFF, 0xFE, ..] ? Encoding.Unicode : Encoding.UTF8).GetString(inhoud);
            foreach (Match waarde in Bsn().Matches(xml)) _bsns.Add(waarde.Groups["waarde"].Value);
            foreach (Match waarde in Tekst().Matches(xml)) _teksten.Add(waarde.Groups["waarde"].Value);
        }
    }

    public IReadOnlyCollection<string> Bsns => _bsns;

    public IReadOnlyCollection<string> Teksten => _teksten;

    /// <summary>The secrets that stand in <paramref name="tekst"/>.</summary>
    public IEnumerable<string> In(string tekst) =>
        Cijfers().Matches(tekst).SelectMany(reeks => Enumerable.Range(0, reeks.Length - 8).Select(begin => reeks.Value.Substring(begin, 9)))
            .Where(_bsns.Contains)
            .Concat(_teksten.Where(geheim => StaatIn(tekst, geheim)))
            .Distinct();

    // The log is full of ids in hex, and a ProductCode such as 54C03 stands in one of them by chance.
    private static bool StaatIn(string tekst, string geheim)
    {
        var isHex = geheim.All(char.IsAsciiHexDigit);
        for (var at = 0; (at = tekst.IndexOf(geheim, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var einde = at + geheim.Length;
            if (!isHex || ((at == 0 || !char.IsAsciiLetterOrDigit(tekst[at - 1])) && (einde == tekst.Length || !char.IsAsciiLetterOrDigit(tekst[einde])))) return true;
        }

        return false;
    }

    [GeneratedRegex(@"[<:]Bsn>(?<waarde>[0-9]{9})<", RegexOptions.ExplicitCapture)]
    private static partial Regex Bsn();

    [GeneratedRegex(
        @"[<:](Achternaam|Voornamen|Straatnaam|Commentaar|Emailadres|Organisatie|Telefoonnummer|Taal|Postcode|ReferentieNummer|DeclaratieNummer|ProductCode)>(<!\[CDATA\[)?(?<waarde>[^<\]]{5,})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Tekst();

    [GeneratedRegex("[0-9]{9,}")]
    private static partial Regex Cijfers();
}
