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

/// <summary>One thing to find berichten by.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">As the bericht has it; empty for <see cref="SearchKind.All"/>.</param>
public readonly record struct SearchTerm(SearchKind Kind, string Value)
{
    /// <summary>Whether the value is what a sender wrote: it may hold anything, a BSN too, so it stands nowhere in clear.</summary>
    public bool IsFromSender => Kind <= SearchKind.ToewijzingNummer;
}
