using System.Security.Cryptography;
using System.Text;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Table;

/// <summary>Where a document of the register stands: which partition, which row (docs/adr/0018-layout-of-the-register.md).</summary>
/// <remarks>
/// A letter tells the kind, so that one kind stands together and can be scanned; what a sender may write as it likes is hashed. What used
/// an Identificatie and what answers it share a row: whoever writes either has seen the other.
/// </remarks>
internal readonly record struct Documentplaats(string Partitie, string Sleutel)
{
    private const int Hashcijfers = 32;
    private const char Conversation = 'I';

    /// <summary>Whether it is of an aanbieder or a gemeente as a whole, and so is written before what is of a pair.</summary>
    public bool IsRuim => !Partitie.Contains('-', StringComparison.Ordinal);

    /// <summary>Whether it holds more than one document: the uses of an Identificatie and the answers to them.</summary>
    public bool IsConversation => Sleutel[0] == Conversation;

    public static Documentplaats Van(Documentsleutel document) => document.Soort switch
    {
        Documentsoort.Toewijzing => new(document.Bereik, "T" + document.Sleutel),
        Documentsoort.Client => new(document.Bereik, "C" + document.Sleutel),
        // Before the toewijzingen, which a declaratie asks for too.
        Documentsoort.Declaraties => new(document.Bereik, "T"),
        Documentsoort.Antwoorden => VanAntwoorden(document.Sleutel),
        Documentsoort.Verzoek => Hashed('V', document),
        Documentsoort.Prestatiereferentie => Hashed('P', document),
        Documentsoort.Declaratienummer => Hashed('E', document),
        Documentsoort.Identificatie => Hashed(Conversation, document),
        Documentsoort.Toewijzingsnummer => new(document.Bereik, "N" + document.Sleutel),
        _ => throw new ArgumentOutOfRangeException(nameof(document)),
    };

    // With the Identificatie that is answered: berichtsoort, Afzender and Identificatie, of which only the last can hold a space.
    private static Documentplaats VanAntwoorden(string sleutel)
    {
        var delen = sleutel.Split(' ', 3);
        return new(delen[1], Conversation + Hash($"{delen[0]} {delen[2]}"));
    }

    private static Documentplaats Hashed(char kind, Documentsleutel document) => new(document.Bereik, kind + Hash(document.Sleutel));

    private static string Hash(string tekst)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(tekst), hash);
        return Convert.ToHexStringLower(hash[..(Hashcijfers / 2)]);
    }
}
