using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Berichten;

/// <summary>The identity of a bericht (D7): the same bericht sent twice has one id, another content has another.</summary>
public static class BerichtId
{
    /// <summary>
    /// Berichten whose ids begin with the same characters, so many, have their rows together: the gemeentecode, a dash and two digits.
    /// </summary>
    public const int Together = 7;

    private const int HexDigits = 32;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// <c>{gemeentecode}-{32 hex digits}</c>, such as <c>0518-9f86d081884c7d659a2feaa0c55ad015</c>: the head of a SHA-256 over berichtcode,
    /// Afzender, Identificatie, IdentificatieRetour (empty when absent) and the SHA-256 of the content, each preceded by its length.
    /// </summary>
    public static string Of(BerichtHeader header, ReadOnlySpan<byte> sha256OfContent)
    {
        ArgumentNullException.ThrowIfNull(header);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Encoding.UTF8.GetBytes(header.Kind.Code));
        Add(hash, Encoding.UTF8.GetBytes(header.Afzender));
        Add(hash, Encoding.UTF8.GetBytes(header.Identificatie));
        Add(hash, Encoding.UTF8.GetBytes(header.IdentificatieRetour ?? ""));
        Add(hash, sha256OfContent);
        return header.Gemeente + "-" + Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }

    /// <summary>
    /// The id of the answer that the hub makes on a heenbericht, of the same shape: it depends on which bericht is answered and not on what
    /// the answer says, so that there is one however often it is made. It begins as that of the heenbericht, so that their rows lie
    /// together.
    /// </summary>
    public static string OfAnswerTo(string heenbericht)
    {
        ArgumentNullException.ThrowIfNull(heenbericht);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("antwoord:" + heenbericht)));
        return heenbericht[..Together] + hash[..(heenbericht.Length - Together)];
    }

    /// <summary>Whether <paramref name="text"/> has the shape of an id; says nothing about whether it exists.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: 5 + HexDigits }
        && text[4] == '-'
        && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(5).IndexOfAnyExcept(Hex) < 0;

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
