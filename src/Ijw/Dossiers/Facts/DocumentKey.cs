namespace Ijw.Dossiers.Facts;

/// <summary>What a document of the register is about. The numbers are stored: they don't change.</summary>
public enum DocumentKind
{
    /// <summary>One toewijzing of a pair: its versions, starts, stops and prestaties. The key is the ToewijzingNummer.</summary>
    Toewijzing = 1,

    /// <summary>
    /// One client of a pair: versions of the toewijzingen, requests, taakgerichte starts and stops. The key is the ClientKey.
    /// </summary>
    Client = 2,

    /// <summary>The declaraties of a pair. The key is empty.</summary>
    Declaraties = 3,

    /// <summary>The answers to one heenbericht of a pair. The key is its berichtsoort, Afzender and Identificatie.</summary>
    Answers = 4,

    /// <summary>
    /// One request of an aanbieder, over all gemeenten: itself, its answers and what honours it. The key is the ReferentieAanbieder.
    /// </summary>
    Verzoek = 5,

    /// <summary>One ReferentieNummer of an aanbieder, over all gemeenten.</summary>
    PrestatieReference = 6,

    /// <summary>One DeclaratieNummer of an aanbieder, over all gemeenten.</summary>
    Declaratienummer = 7,

    /// <summary>One Identificatie of an Afzender, per berichtsoort. The key is both.</summary>
    Identificatie = 8,

    /// <summary>One ToewijzingNummer of a gemeente, over all aanbieders.</summary>
    Toewijzingsnummer = 9,
}

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
