using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Termijnen;

/// <summary>Names a clock within a pair, such that the message that stops it gives the same name.</summary>
/// <remarks>
/// What a sender may write as it likes is hashed: it may hold characters that a table key can't, and more than it should.
/// </remarks>
public static class TermijnKey
{
    /// <summary>The answer to a heenbericht.</summary>
    public static string Answer(string berichtsoort, string afzender, string identificatie) =>
        $"antwoord-{berichtsoort}-{afzender}-{Hash(identificatie)}";

    /// <summary>The answer to a request.</summary>
    public static string Verzoek(string referentieAanbieder) => "verzoek-" + Hash(referentieAanbieder);

    /// <summary>The final answer to a request that is investigated.</summary>
    public static string Investigation(string referentieAanbieder) => "onderzoek-" + Hash(referentieAanbieder);

    /// <summary>The refusal of a request by the woonplaatsbeginsel.</summary>
    public static string Woonplaats(string referentieAanbieder) => "woonplaats-" + Hash(referentieAanbieder);

    /// <summary>The startbericht on a toewijzing.</summary>
    public static string Start(int toewijzingNummer) => StartPrefix + Number(toewijzingNummer);

    /// <summary>The final stopbericht on a toewijzing.</summary>
    public static string Stop(int toewijzingNummer) => StopPrefix + Number(toewijzingNummer);

    /// <summary>Whether a key is that of a final stopbericht.</summary>
    public static bool IsStop(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(StopPrefix, StringComparison.Ordinal);
    }

    /// <summary>The clock of the startbericht that belongs with that of the stopbericht.</summary>
    public static string StartAt(string stopKey)
    {
        ArgumentNullException.ThrowIfNull(stopKey);
        return StartPrefix + stopKey[StopPrefix.Length..];
    }

    /// <summary>
    /// The clock of the startbericht that belongs with a clock of a stopbericht, or the other way round; null for others.
    /// </summary>
    public static string? Sibling(string key) =>
        IsStop(key) ? StartAt(key)
        : IsStart(key) ? StopPrefix + key[StartPrefix.Length..]
        : null;

    /// <summary>The toewijzing on which a start or a stop is due; null for other clocks.</summary>
    public static int? ToewijzingNummer(string key)
    {
        var number =
            IsStop(key) ? key[StopPrefix.Length..]
            : IsStart(key) ? key[StartPrefix.Length..]
            : null;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
    }

    private static bool IsStart(string key) => key.StartsWith(StartPrefix, StringComparison.Ordinal);

    private const string StartPrefix = "start-";
    private const string StopPrefix = "stop-";
    private const int HashChars = 32;

    private static string Number(int number) => number.ToString("D9", CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashChars];
}
