namespace Hub.Search;

/// <summary>By what berichten can be found, from what tells most to what tells least.</summary>
public enum SearchKind
{
    /// <summary>Identificatie or IdentificatieRetour of the Header, so that a retour is found with what it answers.</summary>
    Identificatie,

    /// <summary>DeclaratieNummer of a JW323 or JW325.</summary>
    DeclaratieNummer,

    /// <summary>ReferentieAanbieder of a request: JW315, JW317, JW319, and the JW301 that honours it.</summary>
    Verzoek,

    /// <summary>The zaaksleutel: the other tries at the same thing.</summary>
    Zaak,

    /// <summary>A ToewijzingNummer anywhere in the content, without leading zeros.</summary>
    ToewijzingNummer,

    /// <summary>The other party: CBS or AGB code.</summary>
    Counterparty,

    /// <summary>Name of the berichtsoort.</summary>
    Kind,

    /// <summary>All that a deelnemer sent or received.</summary>
    All,
}
