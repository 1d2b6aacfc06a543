namespace Hub.Search;

/// <summary>One thing to find berichten by.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">As the bericht has it; empty for <see cref="SearchKind.All"/>.</param>
public readonly record struct SearchTerm(SearchKind Kind, string Value)
{
    /// <summary>Whether the value is what a sender wrote: it may hold anything, a BSN too, so it stands nowhere in clear.</summary>
    public bool IsFromSender => Kind <= SearchKind.ToewijzingNummer;
}
