using Hub.Berichten;
using Hub.Deelnemers;

namespace Hub.Search;

/// <summary>
/// Finds berichten of a deelnemer. It reads the rows of the term that tells most, and of what those leave the berichten themselves: at most
/// <see cref="MaxRows"/> and <see cref="MaxBerichten"/> in one call, whatever is asked.
/// </summary>
public sealed class BerichtSearch(ISearchIndex index, IBerichten berichten)
{
    /// <summary>The most rows of the index that one call reads.</summary>
    public const int MaxRows = 1000;

    /// <summary>The most berichten that one call reads, and gives.</summary>
    public const int MaxBerichten = 200;

    private const int AtOnce = 16;

    /// <summary>Finds.</summary>
    /// <param name="deelnemer">Who looks; only its own berichten are found.</param>
    /// <param name="filter">What it looks for.</param>
    /// <param name="after">Behind which to go on; null to begin at the newest.</param>
    /// <param name="count">The most to give, at most <see cref="MaxBerichten"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<SearchPage> FindAsync(
        Deelnemer deelnemer,
        SearchFilter filter,
        SearchPlace? after,
        int count,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        ArgumentNullException.ThrowIfNull(filter);
        var terms = filter.Terms.OrderBy(term => term.Kind).ToList();
        var primary = terms.Count > 0 ? terms[0] : new SearchTerm(SearchKind.All, "");
        // Who asks for one thing gets all that is read.
        var (maxRows, maxBerichten) = terms.Count <= 1 && filter.Condition is null ? (count, count) : (MaxRows, MaxBerichten);
        var rows = await index.FindAsync(deelnemer.Code, primary, filter.Period, after, maxRows, cancellation).ConfigureAwait(false);
        var candidates = rows.Hits.Where(row => Fits(row, terms)).Take(maxBerichten).ToList();
        var read = await ReadAsync(deelnemer, candidates, terms, cancellation).ConfigureAwait(false);

        var (found, unreadable) = (new List<BerichtStatus>(), new List<string>());
        var looked = 0;
        for (; looked < candidates.Count && found.Count < count; looked++)
        {
            var i = looked;
            if (read[i].IsUnreadable)
            {
                unreadable.Add(candidates[i].Place.BerichtId);
            }
            else if (read[i].Bericht is { } bericht && filter.Condition?.Invoke(bericht) != false)
            {
                found.Add(bericht);
            }
        }

        return new SearchPage(
            found,
            unreadable,
            Next(rows, looked < candidates.Count || candidates.Count == maxBerichten ? candidates[looked - 1].Place : null)
        );
    }

    // Behind the last that was looked at, or behind the last row when all of them were.
    private static SearchPlace? Next(SearchHits rows, SearchPlace? stopped)
    {
        if (rows.Hits.Count == 0)
        {
            return null;
        }
        var last = rows.Hits[^1].Place;
        return stopped is { } place && place != last ? place
            : rows.HasMore ? last
            : null;
    }

    // What the rows themselves can tell.
    private static bool Fits(SearchHit row, List<SearchTerm> terms) =>
        terms.TrueForAll(term =>
            term.Kind switch
            {
                SearchKind.Kind => row.Kind == term.Value,
                SearchKind.Counterparty => row.Counterparty == term.Value,
                _ => true,
            }
        );

    private async Task<(BerichtStatus? Bericht, bool IsUnreadable)[]> ReadAsync(
        Deelnemer deelnemer,
        List<SearchHit> candidates,
        List<SearchTerm> terms,
        CancellationToken cancellation
    )
    {
        var others = terms.Skip(1).Where(term => term.IsFromSender).ToList();
        var read = new (BerichtStatus?, bool)[candidates.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel
            .ForAsync(
                0,
                candidates.Count,
                options,
                async (i, stop) =>
                {
                    var place = candidates[i].Place;
                    foreach (var term in others)
                    {
                        if (!await index.HasAsync(deelnemer.Code, term, place, stop).ConfigureAwait(false))
                        {
                            return;
                        }
                    }
                    try
                    {
                        var bericht = await berichten.FindAsync(place.BerichtId, stop).ConfigureAwait(false);
                        if (bericht?.IsOf(deelnemer) == true)
                        {
                            read[i] = (bericht, false);
                        }
                    }
                    catch (UnreadableRowException)
                    {
                        read[i] = (null, true);
                    }
                }
            )
            .ConfigureAwait(false);
        return read;
    }
}
