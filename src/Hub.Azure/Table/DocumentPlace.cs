using System.Security.Cryptography;
using System.Text;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Table;

/// <summary>Where a document of the register stands: which partition, which row (docs/adr/0018-layout-of-the-register.md).</summary>
/// <remarks>
/// A letter tells the kind, so that one kind stands together and can be scanned; what a sender may write as it likes is hashed. What used
/// an Identificatie and what answers it share a row: whoever writes either has seen the other.
/// </remarks>
internal readonly record struct DocumentPlace(string Partition, string Key)
{
    private const int HashDigits = 32;
    private const char Conversation = 'I';

    /// <summary>Whether it is of an aanbieder or a gemeente as a whole, and so is written before what is of a pair.</summary>
    public bool IsTidy => !Partition.Contains('-', StringComparison.Ordinal);

    /// <summary>Whether it holds more than one document: the uses of an Identificatie and the answers to them.</summary>
    public bool IsConversation => Key[0] == Conversation;

    public static DocumentPlace Of(DocumentKey document) =>
        document.Kind switch
        {
            DocumentKind.Toewijzing => new(document.Range, "T" + document.Key),
            DocumentKind.Client => new(document.Range, "C" + document.Key),
            // Before the toewijzingen, which a declaratie asks for too.
            DocumentKind.Declaraties => new(document.Range, "T"),
            DocumentKind.Answers => OfAnswers(document.Key),
            DocumentKind.Verzoek => Hashed('V', document),
            DocumentKind.PrestatieReference => Hashed('P', document),
            DocumentKind.Declaratienummer => Hashed('E', document),
            DocumentKind.Identificatie => Hashed(Conversation, document),
            DocumentKind.Toewijzingsnummer => new(document.Range, "N" + document.Key),
            _ => throw new ArgumentOutOfRangeException(nameof(document)),
        };

    // With the Identificatie that is answered: berichtsoort, Afzender and Identificatie, of which only the last can hold a space.
    private static DocumentPlace OfAnswers(string key)
    {
        var parts = key.Split(' ', 3);
        return new(parts[1], Conversation + Hash($"{parts[0]} {parts[2]}"));
    }

    private static DocumentPlace Hashed(char kind, DocumentKey document) => new(document.Range, kind + Hash(document.Key));

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..(HashDigits / 2)]);
    }
}
