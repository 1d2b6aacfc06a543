using Hub.Berichten;
using Hub.Search;
using Hub.Zaken;

namespace Hub.Worklist;

/// <summary>
/// What waits, is late, was refused or is under way, of each deelnemer: rows beside those by which it finds its berichten, written in the
/// same calls (docs/search.md).
/// </summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IWorklistIndex
{
    /// <summary>Lets both parties find berichten, and changes their worklists; doing it again changes nothing.</summary>
    /// <param name="entries">The berichten to be found; none when only the worklists change.</param>
    /// <param name="change">What changes in the worklists.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    Task WriteAsync(IReadOnlyList<SearchEntry> entries, WorklistChange change, CancellationToken cancellation);

    /// <summary>Takes a bericht off what is not processed yet; no error when it is not there.</summary>
    Task FinishAsync(BerichtStatus bericht, CancellationToken cancellation);

    /// <summary>What the keys of a range begin with; what orders them stands behind that.</summary>
    string Prefix(WorklistRange range);

    /// <summary>The rows of one range of a deelnemer, in order.</summary>
    /// <param name="code">CBS or AGB code of the deelnemer: nothing of another is seen.</param>
    /// <param name="range">Which rows.</param>
    /// <param name="bounds">Which of them.</param>
    /// <param name="max">The most to give.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<WorklistRows<WorklistItem>> ListAsync(
        string code,
        WorklistRange range,
        WorklistBounds bounds,
        int max,
        CancellationToken cancellation
    );

    /// <summary>The keys of the same rows, without what they say.</summary>
    Task<WorklistRows<WorklistKey>> KeysAsync(
        string code,
        WorklistRange range,
        WorklistBounds bounds,
        int max,
        CancellationToken cancellation
    );

    /// <summary>The refused lines of an aanbieder, oldest first.</summary>
    /// <param name="code">AGB code: nothing of another is seen.</param>
    /// <param name="isSettled">Whether those are meant that need no repair any more.</param>
    /// <param name="after">Begins behind this key; null to begin at the oldest.</param>
    /// <param name="max">The most to give.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<WorklistRows<RefusedLine>> LinesAsync(string code, bool isSettled, string? after, int max, CancellationToken cancellation);

    /// <summary>The refused lines of one declaratie, in their order; they stand with its aanbieder.</summary>
    Task<WorklistRows<RefusedLine>> LinesOfAsync(BerichtStatus declaratie, bool isSettled, int max, CancellationToken cancellation);

    /// <summary>The tries of a deelnemer with one zaaksleutel, newest first, at most a thousand.</summary>
    Task<IReadOnlyList<Attempt>> AttemptsAsync(string code, string zaak, CancellationToken cancellation);
}

/// <summary>Rows that were read.</summary>
/// <param name="Rows">In order.</param>
/// <param name="HasMore">Whether there are more behind the last.</param>
/// <param name="Last">The key up to which was read, also when nothing could be read of it; null when there was nothing.</param>
/// <param name="Unreadable">How many of them can't be read; it was told of.</param>
public sealed record WorklistRows<T>(IReadOnlyList<T> Rows, bool HasMore, string? Last, int Unreadable);

/// <summary>Which rows of a range.</summary>
/// <param name="After">Begins behind this key; null to begin at the first.</param>
/// <param name="From">Of clocks: the first last day; null for all.</param>
/// <param name="Until">Of clocks: the last last day; null for all.</param>
public readonly record struct WorklistBounds(string? After = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>A row of which only the key was read.</summary>
/// <param name="Key">The key.</param>
/// <param name="Deadline">Of a clock: its last day; null for everything else.</param>
/// <param name="Pair">Of a clock: its pair; null for everything else.</param>
public sealed record WorklistKey(string Key, DateOnly? Deadline, Pair? Pair);
