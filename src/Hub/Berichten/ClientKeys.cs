using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ijw.Content;

namespace Hub.Berichten;

/// <summary>
/// Makes the keys by which the hub knows clients, and identifications that may hold a BSN: keyed hashes, so that no table, property or log
/// holds a BSN (docs/register.md).
/// </summary>
public sealed class ClientKeys
{
    /// <summary>The fewest bytes of a key: as many as HMAC-SHA256 gives.</summary>
    public const int MinLength = 32;

    private const int MaxLength = 256;
    private const int HashLength = 16;
    private const string LooksLikeBsn = "bsn-";
    private const string HoldsBsn = "cijfers-";
    private const int IdentificationCharacters = 12;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _key;
    private readonly byte[] _sealKey;

    /// <summary>Keys made with <paramref name="key"/>, which is secret.</summary>
    /// <param name="id">Names the key, 1 to 8 small letters and digits; it is part of what is made.</param>
    /// <param name="key">At least <see cref="MinLength"/> random bytes.</param>
    public ClientKeys(string id, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!IsId(id))
        {
            throw new ArgumentException("Not an id of a key.", nameof(id));
        }
        if (key.Length < MinLength)
        {
            throw new ArgumentException("The key is too short.", nameof(key));
        }
        Id = id;
        _key = key;
        _sealKey = HMACSHA256.HashData(_key, "verzegelen:"u8);
        OfContent = new ContentKeys(Of, Identification);
    }

    /// <summary>Names the key.</summary>
    public string Id { get; }

    /// <summary>What the content of a bericht keeps instead of a BSN.</summary>
    public ContentKeys OfContent { get; }

    /// <summary>Reads the settings; gives the keys, or one clear line (Dutch) per fault.</summary>
    /// <param name="id">Register__SleutelId; null for the first key, <c>1</c>.</param>
    /// <param name="key">Register__Sleutel, in base64.</param>
    public static (ClientKeys? Keys, IReadOnlyList<string> Faults) Read(string? id, string? key)
    {
        var faults = new List<string>();
        if (!IsId(id ??= "1"))
        {
            faults.Add("Register__SleutelId: moet 1 tot 8 kleine letters en cijfers zijn.");
        }
        var bytes = new byte[MaxLength];
        if (!Convert.TryFromBase64String(key ?? "", bytes, out var length) || length < MinLength)
        {
            faults.Add(
                $"Register__Sleutel: moet een geheime sleutel van minstens {MinLength} bytes zijn, in base64 (openssl rand -base64 32)."
            );
        }
        return faults.Count > 0 ? (null, faults) : (new ClientKeys(id, bytes[..length]), []);
    }

    /// <summary>Tells one key from another and gives nothing away: its id, and what it makes of a text that is no BSN.</summary>
    public string Check => Of("controle").Value;

    /// <summary>Whether <paramref name="text"/> can name a key.</summary>
    public static bool IsId(string? text) =>
        text is { Length: >= 1 and <= 8 } && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    /// <summary><c>{id}.{22 characters}</c>: 128 bits of an HMAC-SHA256 over the BSN; the same BSN gives the same key.</summary>
    /// <param name="bsn">The BSN, 9 digits.</param>
    public ClientKey Of(string bsn)
    {
        ArgumentNullException.ThrowIfNull(bsn);
        return new ClientKey(Keyed(Encoding.ASCII.GetBytes(bsn)));
    }

    /// <summary>The same shape for a value of a kind, which a key of a BSN never equals.</summary>
    /// <param name="kind">The kind, of more than one character.</param>
    /// <param name="value">The value, exactly as it is.</param>
    public string Keyed(string kind, string value) => Keyed(Encoding.UTF8.GetBytes($"{kind}:{value}"));

    private string Keyed(byte[] text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, text, hash);
        return $"{Id}.{Base64Url.EncodeToString(hash[..HashLength])}";
    }

    /// <summary>
    /// What is kept of an identification that a sender may write as it likes (Identificatie, DeclaratieNummer, ReferentieNummer …). Mostly
    /// the text itself; when it holds nine digits that satisfy the 11-proef <c>bsn-{12 characters}</c>, or <c>cijfers-{12 characters}</c>
    /// when those are part of a longer number or stand in groups: 60 bits of an HMAC-SHA256 over it. The same text gives the same, so what
    /// was equal stays equal; the text itself only the content has.
    /// </summary>
    public string Identification(string text)
    {
        if (!Elfproef.HoldsBsn(text))
        {
            return text;
        }
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes("identificatie:" + text), hash);
        return (Elfproef.LooksLikeBsn(text) ? LooksLikeBsn : HoldsBsn) + Base32.Write(hash[..IdentificationCharacters]);
    }

    /// <summary>
    /// <c>{id}.{base64url}</c>: what a table keeps of a text that only who has the key may read (AES-256-GCM). The same text gives the
    /// same, so that writing it again changes nothing.
    /// </summary>
    public string Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var made = new byte[NonceLength + TagLength + plain.Length];
        var nonce = made.AsSpan(0, NonceLength);
        HMACSHA256.HashData(_sealKey, plain).AsSpan(0, NonceLength).CopyTo(nonce);
        using var cipher = new AesGcm(_sealKey, TagLength);
        cipher.Encrypt(nonce, plain, made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength));
        return $"{Id}.{Base64Url.EncodeToString(made)}";
    }

    /// <summary>The text that <see cref="Seal"/> was given.</summary>
    /// <exception cref="FormatException">It was made with another key, or is none.</exception>
    public string Open(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var made = text.StartsWith(Id + ".", StringComparison.Ordinal) ? Base64Url.DecodeFromChars(text.AsSpan(Id.Length + 1)) : [];
        if (made.Length < NonceLength + TagLength)
        {
            throw new FormatException("This was not sealed with this key.");
        }
        var plain = new byte[made.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_sealKey, TagLength);
        try
        {
            cipher.Decrypt(made.AsSpan(0, NonceLength), made.AsSpan(NonceLength + TagLength), made.AsSpan(NonceLength, TagLength), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new FormatException("This was not sealed with this key.");
        }
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>
    /// Whether a text is one that <see cref="Identification"/> made; a sender who writes such a text itself is taken for one.
    /// </summary>
    public static bool IsKeyed(string text) => IsKeyed(text, LooksLikeBsn) || IsKeyed(text, HoldsBsn);

    private static bool IsKeyed(string text, string before)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == before.Length + IdentificationCharacters && text.StartsWith(before, StringComparison.Ordinal);
    }
}
