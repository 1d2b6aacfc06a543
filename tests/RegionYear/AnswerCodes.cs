using System.Text;
using System.Text.RegularExpressions;

namespace RegionYear;

/// <summary>What an answer says, in short.</summary>
internal static partial class AnswerCodes
{
    /// <summary>
    /// The berichtsoort and its codes, each once and without 0200: <c>JW306 9063</c>; of a bericht that is no answer the berichtsoort
    /// alone.
    /// </summary>
    public static string Short(string kind, ReadOnlySpan<byte> content)
    {
        var codes = Retourcode()
            .Matches(Encoding.UTF8.GetString(content))
            .Select(code => code.Groups[1].Value)
            .Where(code => code != "0200")
            .Distinct();
        return string.Join(' ', codes.Prepend(kind));
    }

    [GeneratedRegex("RetourCode>([0-9S]+)<")]
    private static partial Regex Retourcode();
}
