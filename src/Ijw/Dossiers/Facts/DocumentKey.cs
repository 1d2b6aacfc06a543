namespace Ijw.Dossiers.Facts;

/// <summary>Names a document of the register; feiten stand in one or more documents, and a check asks for documents.</summary>
/// <remarks>
/// Storage may put several documents of one kind and reach together: a <see cref="Dossier"/> passes over what it wasn't asked.
/// </remarks>
/// <param name="Kind">What it is about.</param>
/// <param name="Range">Within what the key is unique: a pair (<c>0503-90000001</c>), an aanbieder or a gemeente.</param>
/// <param name="Key">The key, as it stands in the bericht: it may hold any text, so it is no name for storage by itself.</param>
public readonly record struct DocumentKey(DocumentKind Kind, string Range, string Key)
{
    internal static DocumentKey Toewijzing(string pair, int number) => new(DocumentKind.Toewijzing, pair, Text(number));

    internal static DocumentKey Client(string pair, Content.ClientKey client) => new(DocumentKind.Client, pair, client.Value);

    internal static DocumentKey Declaraties(string pair) => new(DocumentKind.Declaraties, pair, "");

    internal static DocumentKey Answers(string pair, string kind, string afzender, string identificatie) =>
        new(DocumentKind.Answers, pair, $"{kind} {afzender} {identificatie}");

    internal static DocumentKey Verzoek(string aanbieder, string reference) => new(DocumentKind.Verzoek, aanbieder, reference);

    internal static DocumentKey PrestatieReference(string aanbieder, string reference) =>
        new(DocumentKind.PrestatieReference, aanbieder, reference);

    internal static DocumentKey Declaratienummer(string aanbieder, string number) => new(DocumentKind.Declaratienummer, aanbieder, number);

    internal static DocumentKey Identificatie(string afzender, string kind, string identificatie) =>
        new(DocumentKind.Identificatie, afzender, $"{kind} {identificatie}");

    internal static DocumentKey Toewijzingsnummer(string gemeente, int number) =>
        new(DocumentKind.Toewijzingsnummer, gemeente, Text(number));

    private static string Text(int number) => number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
}
