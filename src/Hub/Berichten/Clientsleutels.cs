using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ijw;
using Ijw.Inhoud;

namespace Hub.Berichten;

/// <summary>
/// Makes the keys by which the hub knows clients, and identifications that may hold a BSN: keyed hashes, so that no table, property or log
/// holds a BSN (docs/register.md).
/// </summary>
public sealed class Clientsleutels
{
    /// <summary>The fewest bytes of a key: as many as HMAC-SHA256 gives.</summary>
    public const int MinLengte = 32;

    private const int MaxLengte = 256;
    private const int Hashlengte = 16;
    private const string LooksLikeBsn = "bsn-";
    private const string HoldsBsn = "cijfers-";
    private const int IdentificationCharacters = 12;
    private readonly byte[] _sleutel;

    /// <summary>Keys made with <paramref name="sleutel"/>, which is secret.</summary>
    /// <param name="id">Names the key, 1 to 8 small letters and digits; it is part of what is made.</param>
    /// <param name="sleutel">At least <see cref="MinLengte"/> random bytes.</param>
    public Clientsleutels(string id, byte[] sleutel)
    {
        ArgumentNullException.ThrowIfNull(sleutel);
        if (!IsId(id)) throw new ArgumentException("Not an id of a key.", nameof(id));
        if (sleutel.Length < MinLengte) throw new ArgumentException("The key is too short.", nameof(sleutel));
        Id = id;
        _sleutel = sleutel;
    }

    /// <summary>Names the key.</summary>
    public string Id { get; }

    /// <summary>Reads the settings; gives the keys, or one clear line (Dutch) per fault.</summary>
    /// <param name="id">Register__SleutelId; null for the first key, <c>1</c>.</param>
    /// <param name="sleutel">Register__Sleutel, in base64.</param>
    public static (Clientsleutels? Sleutels, IReadOnlyList<string> Fouten) Lees(string? id, string? sleutel)
    {
        var fouten = new List<string>();
        if (!IsId(id ??= "1")) fouten.Add("Register__SleutelId: moet 1 tot 8 kleine letters en cijfers zijn.");
        var bytes = new byte[MaxLengte];
        if (!Convert.TryFromBase64String(sleutel ?? "", bytes, out var lengte) || lengte < MinLengte)
            fouten.Add($"Register__Sleutel: moet een geheime sleutel van minstens {MinLengte} bytes zijn, in base64 (openssl rand -base64 32).");
        return fouten.Count > 0 ? (null, fouten) : (new Clientsleutels(id, bytes[..lengte]), []);
    }

    /// <summary>Tells one key from another and gives nothing away: its id, and what it makes of a text that is no BSN.</summary>
    public string Controle => Van("controle").Waarde;

    /// <summary>Whether <paramref name="tekst"/> can name a key.</summary>
    public static bool IsId(string? tekst) => tekst is { Length: >= 1 and <= 8 } && tekst.All(teken => char.IsAsciiLetterLower(teken) || char.IsAsciiDigit(teken));

    /// <summary><c>{id}.{22 characters}</c>: 128 bits of an HMAC-SHA256 over the BSN; the same BSN gives the same key.</summary>
    /// <param name="bsn">The BSN, 9 digits.</param>
    public Clientsleutel Van(string bsn)
    {
        ArgumentNullException.ThrowIfNull(bsn);
        return new Clientsleutel(Keyed(Encoding.ASCII.GetBytes(bsn)));
    }

    /// <summary>The same shape for a value of a kind, which a key of a BSN never equals.</summary>
    /// <param name="kind">The kind, of more than one character.</param>
    /// <param name="value">The value, exactly as it is.</param>
    public string Keyed(string kind, string value) => Keyed(Encoding.UTF8.GetBytes($"{kind}:{value}"));

    private string Keyed(byte[] text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_sleutel, text, hash);
        return $"{Id}.{Base64Url.EncodeToString(hash[..Hashlengte])}";
    }

    /// <summary>
    /// What is kept of an identification that a sender may write as it likes (Identificatie, DeclaratieNummer, ReferentieNummer …). Mostly the
    /// text itself; when it holds nine digits that satisfy the 11-proef <c>bsn-{12 characters}</c>, or <c>cijfers-{12 characters}</c> when those
    /// are part of a longer number or stand in groups: 60 bits of an HMAC-SHA256 over it. The same text gives the same, so what was equal stays
    /// equal; the text itself only the content has.
    /// </summary>
    public string Identification(string tekst)
    {
        if (!Elfproef.HoldsBsn(tekst)) return tekst;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_sleutel, Encoding.UTF8.GetBytes("identificatie:" + tekst), hash);
        return (Elfproef.LooksLikeBsn(tekst) ? LooksLikeBsn : HoldsBsn) + Base32.Write(hash[..IdentificationCharacters]);
    }

    /// <summary>Whether a text is one that <see cref="Identification"/> made; a sender who writes such a text itself is taken for one.</summary>
    public static bool IsKeyed(string tekst) => IsKeyed(tekst, LooksLikeBsn) || IsKeyed(tekst, HoldsBsn);

    /// <summary>Whether anything in a Header was kept as a key.</summary>
    internal static bool IsKeyed(Berichtkop kop)
    {
        var isKeyed = false;
        kop.With(tekst =>
        {
            isKeyed |= IsKeyed(tekst);
            return tekst;
        });
        return isKeyed;
    }

    /// <summary>What a bericht says; null when it is not level 1 clean.</summary>
    internal Berichtinhoud? Lees(ReadOnlySpan<byte> bericht) => Inhoudlezer.Lees(bericht, Van, identification: Identification);

    private static bool IsKeyed(string tekst, string voor)
    {
        ArgumentNullException.ThrowIfNull(tekst);
        return tekst.Length == voor.Length + IdentificationCharacters && tekst.StartsWith(voor, StringComparison.Ordinal);
    }
}
