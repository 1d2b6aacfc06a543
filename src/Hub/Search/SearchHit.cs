namespace Hub.Search;

/// <summary>A bericht that was found.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Kind">Name of the berichtsoort.</param>
/// <param name="Counterparty">Code of the other party.</param>
public sealed record SearchHit(SearchPlace Place, string Kind, string Counterparty);
