using System.Security.Cryptography;
using System.Text;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Table;

/// <summary>Where a document of the register stands: which partition, which row.</summary>
/// <remarks>
/// A letter tells the kind, so that one kind stands together and can be scanned. What a sender may write as it likes is hashed. Only the
/// ReferentieNummers share rows: a JW323 of 10,000 prestaties would otherwise need as many.
/// </remarks>
internal readonly record struct Documentplaats(string Partitie, string Sleutel)
{
    // Of one aanbieder, over all gemeenten and years.
    private const int Vakcijfers = 2;
    private const int Hashcijfers = 32;

    /// <summary>Whether it is of an aanbieder or a gemeente as a whole, and so is written before what is of a pair.</summary>
    public bool IsRuim => !Partitie.Contains('-', StringComparison.Ordinal);

    public static Documentplaats Van(Documentsleutel document) => new(document.Bereik, document.Soort switch
    {
        Documentsoort.Toewijzing => "T" + document.Sleutel,
        Documentsoort.Client => "C" + document.Sleutel,
        Documentsoort.Declaraties => "D",
        Documentsoort.Antwoorden => "A" + Hash(document.Sleutel, Hashcijfers),
        Documentsoort.Verzoek => "V" + Hash(document.Sleutel, Hashcijfers),
        Documentsoort.Prestatiereferentie => "P" + Hash(document.Sleutel, Vakcijfers),
        Documentsoort.Declaratienummer => "E" + Hash(document.Sleutel, Hashcijfers),
        Documentsoort.Identificatie => "I" + Hash(document.Sleutel, Hashcijfers),
        Documentsoort.Toewijzingsnummer => "N" + document.Sleutel,
        _ => throw new ArgumentOutOfRangeException(nameof(document)),
    });

    private static string Hash(string tekst, int cijfers)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(tekst), hash);
        return Convert.ToHexStringLower(hash[..((cijfers + 1) / 2)])[..cijfers];
    }
}
