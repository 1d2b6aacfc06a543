using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Termijnen;

/// <summary>Names a clock within a pair, such that the message that stops it gives the same name.</summary>
/// <remarks>What a sender may write as it likes is hashed: it may hold characters that a table key can't, and more than it should.</remarks>
public static class Kloksleutel
{
    /// <summary>The answer to a heenbericht.</summary>
    public static string Antwoord(string berichtsoort, string afzender, string identificatie) => $"antwoord-{berichtsoort}-{afzender}-{Hash(identificatie)}";

    /// <summary>The answer to a request.</summary>
    public static string Verzoek(string referentieAanbieder) => "verzoek-" + Hash(referentieAanbieder);

    /// <summary>The final answer to a request that is investigated.</summary>
    public static string Onderzoek(string referentieAanbieder) => "onderzoek-" + Hash(referentieAanbieder);

    /// <summary>The refusal of a request by the woonplaatsbeginsel.</summary>
    public static string Woonplaats(string referentieAanbieder) => "woonplaats-" + Hash(referentieAanbieder);

    /// <summary>The startbericht on a toewijzing.</summary>
    public static string Start(int toewijzingNummer) => StartVoor + Nummer(toewijzingNummer);

    /// <summary>The final stopbericht on a toewijzing.</summary>
    public static string Stop(int toewijzingNummer) => StopVoor + Nummer(toewijzingNummer);

    /// <summary>Whether a key is that of a final stopbericht.</summary>
    public static bool IsStop(string sleutel)
    {
        ArgumentNullException.ThrowIfNull(sleutel);
        return sleutel.StartsWith(StopVoor, StringComparison.Ordinal);
    }

    /// <summary>The clock of the startbericht that belongs with that of the stopbericht.</summary>
    public static string StartBij(string stopsleutel)
    {
        ArgumentNullException.ThrowIfNull(stopsleutel);
        return StartVoor + stopsleutel[StopVoor.Length..];
    }

    private const string StartVoor = "start-";
    private const string StopVoor = "stop-";
    private const int Hashtekens = 32;

    private static string Nummer(int nummer) => nummer.ToString("D9", CultureInfo.InvariantCulture);

    private static string Hash(string tekst) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst)))[..Hashtekens];
}
