using Hub.Berichten;
using Hub.Termijnen;

namespace Hub.Worklist;

/// <summary>What the work on a bericht changes in the worklists of its two parties.</summary>
public sealed record WorklistChange
{
    /// <summary>The pair.</summary>
    public required Pair Pair { get; init; }

    /// <summary>The bericht that is processed now; null when nothing of it is to be taken off.</summary>
    public BerichtStatus? Processed { get; init; }

    /// <summary>What becomes of clocks.</summary>
    public IReadOnlyList<ListedTermijn> Termijnen { get; init; } = [];

    /// <summary>What became of a heenbericht; null when none was answered.</summary>
    public ZaakVerdict? Verdict { get; init; }

    /// <summary>What becomes of refused lines; null when the bericht changes none.</summary>
    public LineChange? Lines { get; init; }
}
