using System.Globalization;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Search;

namespace Hub.Worklist;

/// <summary>
/// Finds berichten of a deelnemer by what it typed in one field. A number that may be a BSN is first looked for among the numbers of its
/// own berichten: one in eleven ToewijzingNummers looks like a BSN. Nothing of the question is logged or kept.
/// </summary>
public sealed class WorklistSearch(BerichtSearch search, IBerichten berichten)
{
    /// <summary>The longest text that is looked for.</summary>
    public const int MaxLength = 100;

    private const int MaxDigits = 9;

    /// <summary>Finds.</summary>
    /// <param name="deelnemer">Who looks; only its own berichten are found.</param>
    /// <param name="question">What it looks for.</param>
    /// <param name="after">Where an earlier page ended; null, or what is no such place, to begin at the newest.</param>
    /// <param name="count">The most to give, at most <see cref="BerichtSearch.MaxBerichten"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<WorklistFound> FindAsync(
        Deelnemer deelnemer,
        WorklistQuestion question,
        string? after,
        int count,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        count = Math.Min(count, BerichtSearch.MaxBerichten);
        var text = question.Text?.Trim() ?? "";
        if (text.Length > MaxLength)
        {
            return new WorklistFound([], [], null);
        }
        var filter = Filter(question);
        var place = SearchPlace.Read(after);
        if (text.Length == 0)
        {
            var all = await search.FindAsync(deelnemer, filter, place, count, cancellation).ConfigureAwait(false);
            return new WorklistFound(all.Berichten, all.Unreadable, all.Next?.ToString());
        }
        if (BerichtId.IsValid(text))
        {
            return await OneAsync(deelnemer, text, filter, cancellation).ConfigureAwait(false);
        }

        var pages = await Task.WhenAll(
                Terms(text)
                    .Select(term =>
                        search.FindAsync(deelnemer, filter with { Terms = [term, .. filter.Terms] }, place, count, cancellation)
                    )
            )
            .ConfigureAwait(false);
        var found = Merge(pages, count) with { Code = RetourcodeList.Meaning(text) is null ? null : text };
        return Elfproef.HoldsBsn(text) && found is { Berichten: [], Unreadable: [], Continuation: null }
            ? await EmptyAsync(deelnemer, text, cancellation).ConfigureAwait(false)
            : found;
    }

    // Nothing by this number within what else was asked; without that there may be.
    private async Task<WorklistFound> EmptyAsync(Deelnemer deelnemer, string text, CancellationToken cancellation)
    {
        foreach (var term in Terms(text))
        {
            var own = await search.FindAsync(deelnemer, new SearchFilter { Terms = [term] }, null, 1, cancellation).ConfigureAwait(false);
            if (own.Berichten.Count > 0 || own.Unreadable.Count > 0)
            {
                return new WorklistFound([], [], null);
            }
        }

        return new WorklistFound([], [], null) { IsBsn = true };
    }

    private async Task<WorklistFound> OneAsync(Deelnemer deelnemer, string berichtId, SearchFilter filter, CancellationToken cancellation)
    {
        try
        {
            var bericht = await berichten.FindAsync(berichtId, cancellation).ConfigureAwait(false);
            return bericht?.IsOf(deelnemer) == true && Fits(bericht, filter, deelnemer)
                ? new WorklistFound([bericht], [], null)
                : new WorklistFound([], [], null);
        }
        catch (UnreadableRowException)
        {
            // Whose it is can't be read either, so it is told to nobody here.
            return new WorklistFound([], [], null);
        }
    }

    private static bool Fits(BerichtStatus bericht, SearchFilter filter, Deelnemer deelnemer) =>
        filter.Terms.All(term =>
            term.Kind switch
            {
                SearchKind.Kind => bericht.Header.Kind.Name == term.Value,
                _ => (bericht.Header.Afzender == deelnemer.Code ? bericht.Header.Ontvanger : bericht.Header.Afzender) == term.Value,
            }
        )
        && !(bericht.Trail.Received < filter.Period.From)
        && !(bericht.Trail.Received >= filter.Period.Until)
        && filter.Condition?.Invoke(bericht) != false;

    private static IEnumerable<SearchTerm> Terms(string text)
    {
        if (text.Length <= MaxDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            yield return SearchTerms.ToewijzingNummer(number);
        }
        yield return new SearchTerm(SearchKind.Identificatie, text);
        yield return new SearchTerm(SearchKind.DeclaratieNummer, text);
        yield return new SearchTerm(SearchKind.Verzoek, text);
    }

    private static SearchFilter Filter(WorklistQuestion question)
    {
        var terms = new List<SearchTerm>();
        if (question.Berichtsoort is { } kind)
        {
            terms.Add(new SearchTerm(SearchKind.Kind, kind));
        }
        if (question.Counterparty is { } other)
        {
            terms.Add(new SearchTerm(SearchKind.Counterparty, other));
        }
        return new SearchFilter
        {
            Terms = terms,
            Period = new SearchPeriod(
                question.From is { } from ? Calendar.Begin(from) : null,
                question.Until is { } until ? Calendar.Begin(until.AddDays(1)) : null
            ),
            Condition = question.Status is { } status ? bericht => StatusOf(bericht) == status : null,
        };
    }

    private static WorklistStatus StatusOf(BerichtStatus bericht) =>
        bericht switch
        {
            { IsHistory: true } => WorklistStatus.History,
            { IsProcessed: false } => WorklistStatus.InProcess,
            { Trail.Delivered: not null } => WorklistStatus.Delivered,
            _ => WorklistStatus.Refused,
        };

    /// <summary>Pages of several terms as one: up to the nearest place where one of them stopped all is there.</summary>
    private static WorklistFound Merge(SearchPage[] pages, int count)
    {
        var limit = pages.Select(page => page.Next?.ToString()).OfType<string>().Min(StringComparer.Ordinal);
        var found = pages
            .SelectMany(page => page.Berichten)
            .DistinctBy(bericht => bericht.BerichtId)
            .Select(bericht => (Place: SearchPlace.Of(bericht).ToString(), Bericht: bericht))
            .Where(one => limit is null || string.CompareOrdinal(one.Place, limit) <= 0)
            .OrderBy(one => one.Place, StringComparer.Ordinal)
            .ToList();
        if (found.Count > count)
        {
            (found, limit) = (found[..count], found[count - 1].Place);
        }
        return new WorklistFound(
            [.. found.Select(one => one.Bericht)],
            [.. pages.SelectMany(page => page.Unreadable).Distinct(StringComparer.Ordinal)],
            limit
        );
    }
}
