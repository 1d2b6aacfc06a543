namespace Ijw.Dossiers.Facts;

/// <summary>What a document of the register is about. The numbers are stored: they don't change.</summary>
public enum Documentsoort
{
    /// <summary>One toewijzing of a pair: its versions, starts, stops and prestaties. The key is the ToewijzingNummer.</summary>
    Toewijzing = 1,

    /// <summary>One client of a pair: versions of the toewijzingen, requests, taakgerichte starts and stops. The key is the Clientsleutel.</summary>
    Client = 2,

    /// <summary>The declaraties of a pair. The key is empty.</summary>
    Declaraties = 3,

    /// <summary>The answers to one heenbericht of a pair. The key is its berichtsoort, Afzender and Identificatie.</summary>
    Antwoorden = 4,

    /// <summary>One request of an aanbieder, over all gemeenten: itself, its answers and what honours it. The key is the ReferentieAanbieder.</summary>
    Verzoek = 5,

    /// <summary>One ReferentieNummer of an aanbieder, over all gemeenten.</summary>
    Prestatiereferentie = 6,

    /// <summary>One DeclaratieNummer of an aanbieder, over all gemeenten.</summary>
    Declaratienummer = 7,

    /// <summary>One Identificatie of an Afzender, per berichtsoort. The key is both.</summary>
    Identificatie = 8,

    /// <summary>One ToewijzingNummer of a gemeente, over all aanbieders.</summary>
    Toewijzingsnummer = 9,
}

/// <summary>Names a document of the register; feiten stand in one or more documents, and a check asks for documents.</summary>
/// <remarks>Storage may put several documents of one kind and reach together: a <see cref="Dossier"/> passes over what it wasn't asked.</remarks>
/// <param name="Soort">What it is about.</param>
/// <param name="Bereik">Within what the key is unique: a pair (<c>0503-90000001</c>), an aanbieder or a gemeente.</param>
/// <param name="Sleutel">The key, as it stands in the bericht: it may hold any text, so it is no name for storage by itself.</param>
public readonly record struct Documentsleutel(Documentsoort Soort, string Bereik, string Sleutel)
{
    internal static Documentsleutel Toewijzing(string paar, int nummer) => new(Documentsoort.Toewijzing, paar, Tekst(nummer));

    internal static Documentsleutel Client(string paar, Inhoud.Clientsleutel client) => new(Documentsoort.Client, paar, client.Waarde);

    internal static Documentsleutel Declaraties(string paar) => new(Documentsoort.Declaraties, paar, "");

    internal static Documentsleutel Antwoorden(string paar, string soort, string afzender, string identificatie) =>
        new(Documentsoort.Antwoorden, paar, $"{soort} {afzender} {identificatie}");

    internal static Documentsleutel Verzoek(string aanbieder, string referentie) => new(Documentsoort.Verzoek, aanbieder, referentie);

    internal static Documentsleutel Prestatiereferentie(string aanbieder, string referentie) => new(Documentsoort.Prestatiereferentie, aanbieder, referentie);

    internal static Documentsleutel Declaratienummer(string aanbieder, string nummer) => new(Documentsoort.Declaratienummer, aanbieder, nummer);

    internal static Documentsleutel Identificatie(string afzender, string soort, string identificatie) =>
        new(Documentsoort.Identificatie, afzender, $"{soort} {identificatie}");

    internal static Documentsleutel Toewijzingsnummer(string gemeente, int nummer) => new(Documentsoort.Toewijzingsnummer, gemeente, Tekst(nummer));

    private static string Tekst(int nummer) => nummer.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
}
