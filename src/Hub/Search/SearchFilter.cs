using Hub.Berichten;

namespace Hub.Search;

/// <summary>What a deelnemer looks for; all of it must hold.</summary>
public sealed record SearchFilter
{
    /// <summary>Numbers in the bericht, code of the other party, and berichtsoort.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>When it came in.</summary>
    public SearchPeriod Period { get; init; }

    /// <summary>What must be true of the bericht as it is now; null for all.</summary>
    public Func<BerichtStatus, bool>? Condition { get; init; }
}
