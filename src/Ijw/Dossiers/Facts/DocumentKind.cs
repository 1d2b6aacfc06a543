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
