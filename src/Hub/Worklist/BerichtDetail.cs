using Hub.Berichten;
using Hub.Search;
using Hub.Termijnen;
using Hub.Zaken;

namespace Hub.Worklist;

/// <summary>All that the hub can tell one of its two parties of a bericht; its content only the archive has.</summary>
public sealed record BerichtDetail
{
    /// <summary>Header, verdict, findings and trail.</summary>
    public required BerichtStatus Bericht { get; init; }

    /// <summary>
    /// The numbers in it; null when the hub did not keep them: before it was processed, or a bericht of before they were kept.
    /// </summary>
    public required BerichtNumbers? Numbers { get; init; }

    /// <summary>The terms on it, in the order of their last days.</summary>
    public required IReadOnlyList<Termijn> Termijnen { get; init; }

    /// <summary>The answer on it; null while there is none, and on an answer itself.</summary>
    public BerichtStatus? Answer { get; init; }

    /// <summary>Of an answer: what it answers; null when that is not known, and on a heenbericht.</summary>
    public BerichtStatus? Heenbericht { get; init; }

    /// <summary>The tries at the same thing, this one included, in the order of receipt; empty when nothing of that was kept.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    /// <summary>
    /// Of a JW323, or the JW325 on it: the debets that were refused, in their order, at most <see cref="BerichtDetails.MaxLines"/>.
    /// </summary>
    public required IReadOnlyList<RefusedLine> RefusedLines { get; init; }

    /// <summary>Whether there are more refused lines than those.</summary>
    public bool HasMoreLines { get; init; }

    /// <summary>The refused lines by code.</summary>
    public IReadOnlyList<RefusedGroup> RefusedGroups => RefusedGroup.Of(RefusedLines);
}
