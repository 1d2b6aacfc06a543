using Hub.Berichten;

namespace Hub.Ontvangst;

/// <summary>How taking in a bericht ended: one of the records below.</summary>
public abstract record OntvangstOutcome
{
    private OntvangstOutcome() { }

    /// <summary>
    /// Taken in: archived, recorded and queued. <paramref name="Earlier"/>: it had been taken in before, and nothing changed.
    /// </summary>
    public sealed record Accepted(BerichtStatus Bericht, bool Earlier) : OntvangstOutcome;

    /// <summary>Level 1 failed: archived and recorded as refused.</summary>
    public sealed record Refused(string Reference, IReadOnlyList<Bevinding> Bevindingen, int BevindingCount) : OntvangstOutcome;

    /// <summary>Level 1 failed, and of this sender so much was refused that day that no more is kept: nothing was.</summary>
    /// <param name="Wait">How long until it is kept again.</param>
    /// <param name="Bevindingen">The findings; none when it was not read to its end.</param>
    /// <param name="BevindingCount">How many there were.</param>
    public sealed record TooManyRefused(TimeSpan Wait, IReadOnlyList<Bevinding> Bevindingen, int BevindingCount) : OntvangstOutcome;

    /// <summary>More XML than a bericht may have; nothing was kept.</summary>
    public sealed record TooLarge(long MaxBytes) : OntvangstOutcome;

    /// <summary>The caller is not the one that the Header says sends it; nothing was kept.</summary>
    public sealed record NotOnBehalfOfSender : OntvangstOutcome;

    /// <summary>Who should get it takes no part in this region; nothing was kept.</summary>
    public sealed record UnknownAddressee : OntvangstOutcome;
}
