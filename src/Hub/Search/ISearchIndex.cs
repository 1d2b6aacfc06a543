using Hub.Berichten;

namespace Hub.Search;

/// <summary>
/// Where each of the two parties of a bericht finds it: by time, and by what is in it; table <c>zoeken</c> (docs/search.md). It holds no
/// header and no verdict: those are read from the row of the bericht, so that what is written here never gets old.
/// </summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface ISearchIndex
{
    /// <summary>Lets the sender of a bericht find it by its Header, as soon as it was taken in; doing it again changes nothing.</summary>
    /// <param name="bericht">The bericht, as its row has it.</param>
    /// <param name="header">Its Header as it came in: a row may hold an identification in another form.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    Task AddForSenderAsync(BerichtStatus bericht, BerichtHeader header, CancellationToken cancellation);

    /// <summary>Lets both parties find berichten by all that is in them; doing it again changes nothing.</summary>
    /// <param name="entries">The berichten; those between the same parties go in together.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    Task AddAsync(IReadOnlyList<SearchEntry> entries, CancellationToken cancellation);

    /// <summary>
    /// Takes out by what a bericht can be found, before that is made anew; what it stands for in worklists and in its zaak stays.
    /// </summary>
    Task RemoveTermsAsync(BerichtStatus bericht, CancellationToken cancellation);

    /// <summary>Takes a bericht out, by whatever it can be found and from the worklists; no error when it is gone already.</summary>
    Task RemoveAsync(BerichtStatus bericht, CancellationToken cancellation);

    /// <summary>Where a deelnemer has berichten by one term, newest first; only rows of that term are read.</summary>
    /// <param name="code">CBS or AGB code of the deelnemer: nothing of another is seen.</param>
    /// <param name="term">What to look for.</param>
    /// <param name="period">When they came in.</param>
    /// <param name="after">Begins behind this place; null to begin at the newest.</param>
    /// <param name="max">The most rows to read.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<SearchHits> FindAsync(
        string code,
        SearchTerm term,
        SearchPeriod period,
        SearchPlace? after,
        int max,
        CancellationToken cancellation
    );

    /// <summary>
    /// The numbers in a bericht of a deelnemer; null when the bericht is not there, or was not processed since there are numbers.
    /// </summary>
    Task<BerichtNumbers?> NumbersAsync(string code, SearchPlace place, CancellationToken cancellation);

    /// <summary>Whether a deelnemer has the bericht at <paramref name="place"/> by a term too.</summary>
    Task<bool> HasAsync(string code, SearchTerm term, SearchPlace place, CancellationToken cancellation);
}
