using System.Text;
using System.Text.RegularExpressions;
using Hub.Local.Samples;

namespace EndToEnd.Leaks;

/// <summary>What the samples hold of children and their families: none of it may be found outside the berichten themselves.</summary>
public sealed partial class Secrets
{
    private readonly HashSet<string> _bsns = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Takes the values out of the bytes of all samples.</summary>
    public Secrets(IEnumerable<Sample> samples)
    {
        foreach (var sample in samples)
        {
            var content = SampleList.Content(sample);
            var xml = (content is [0xFF, 0xFE, ..] ? Encoding.Unicode : Encoding.UTF8).GetString(content);
            foreach (Match value in Bsn().Matches(xml))
            {
                _bsns.Add(value.Groups["value"].Value);
            }
            foreach (Match value in Text().Matches(xml))
            {
                _texts.Add(value.Groups["value"].Value);
            }
        }
    }

    public IReadOnlyCollection<string> Bsns => _bsns;

    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>The secrets that stand in <paramref name="text"/>.</summary>
    public IEnumerable<string> In(string text) =>
        Digits()
            .Matches(text)
            .SelectMany(series => Enumerable.Range(0, series.Length - 8).Select(begin => series.Value.Substring(begin, 9)))
            .Where(_bsns.Contains)
            .Concat(_texts.Where(secret => IsIn(text, secret)))
            .Distinct();

    // The log is full of ids in hex, and a ProductCode such as 54C03 stands in one of them by chance.
    private static bool IsIn(string text, string secret)
    {
        var isHex = secret.All(char.IsAsciiHexDigit);
        for (var at = 0; (at = text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + secret.Length;
            if (
                !isHex
                || ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
            )
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[<:]Bsn>(?<value>[0-9]{9})<", RegexOptions.ExplicitCapture)]
    private static partial Regex Bsn();

    [GeneratedRegex(
        @"[<:](Achternaam|Voornamen|Straatnaam|Commentaar|Emailadres|Organisatie|Telefoonnummer|Taal|Postcode|"
            + @"ReferentieNummer|DeclaratieNummer|ProductCode)>(<!\[CDATA\[)?(?<value>[^<\]]{5,})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Text();

    [GeneratedRegex("[0-9]{9,}")]
    private static partial Regex Digits();
}
