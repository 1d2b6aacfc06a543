using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Search;
using Hub.Termijnen;
using Hub.Zaken;

namespace Hub.Worklist;

/// <summary>Reads one bericht, with what belongs to it, for one of its two parties; to anyone else it does not exist.</summary>
public sealed class BerichtDetails(IBerichten berichten, ISearchIndex search, IWorklistIndex index, TermijnWatch termijnen)
{
    /// <summary>The most refused lines of one declaratie that are shown.</summary>
    public const int MaxLines = 200;

    /// <summary>The most berichten of a chain that are shown, the newest.</summary>
    public const int MaxChain = 40;

    // In this order care goes.
    private static readonly string[] Order = ["JW315", "JW317", "JW319", "JW301", "JW305", "JW307", "JW323", "JW325"];

    /// <summary>One bericht; null when the deelnemer is no party to it, or there is none.</summary>
    /// <exception cref="StorageException">A table failed.</exception>
    /// <exception cref="UnreadableRowException">Its row can't be read.</exception>
    public async Task<BerichtDetail?> FindAsync(Deelnemer deelnemer, string berichtId, CancellationToken cancellation)
    {
        if (await PartyAsync(deelnemer, berichtId, cancellation).ConfigureAwait(false) is not { } bericht)
        {
            return null;
        }
        var heen = bericht.Heenbericht is { } id ? await PartyAsync(deelnemer, id, cancellation).ConfigureAwait(false) : null;
        var asked = heen ?? bericht;
        var numbers = search.NumbersAsync(deelnemer.Code, SearchPlace.Of(bericht), cancellation);
        var clocks = termijnen.OfBerichtAsync(bericht, cancellation);
        var attempts = AttemptsAsync(deelnemer, asked, cancellation);
        var lines = LinesAsync(asked, cancellation);
        await Task.WhenAll(numbers, clocks, attempts, lines).ConfigureAwait(false);
        var tries = await attempts.ConfigureAwait(false);
        var answerId = heen is null
            ? bericht.Retour ?? tries.FirstOrDefault(attempt => attempt.BerichtId == bericht.BerichtId)?.Answer
            : null;
        var (refused, hasMore) = await lines.ConfigureAwait(false);
        return new BerichtDetail
        {
            Bericht = bericht,
            Numbers = await numbers.ConfigureAwait(false),
            Termijnen = await clocks.ConfigureAwait(false),
            Answer = answerId is null ? null : await PartyAsync(deelnemer, answerId, cancellation).ConfigureAwait(false),
            Heenbericht = heen,
            Attempts = tries,
            RefusedLines = refused,
            HasMoreLines = hasMore,
        };
    }

    /// <summary>
    /// What went to and fro about a toewijzing of a deelnemer and one other party, the request included; null when the deelnemer has
    /// nothing about it.
    /// </summary>
    /// <param name="deelnemer">Who asks; nothing of another is seen.</param>
    /// <param name="toewijzingNummer">The toewijzing.</param>
    /// <param name="counterparty">Code of the other party: two gemeenten may use the same number.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<ToewijzingChain?> ChainAsync(
        Deelnemer deelnemer,
        int toewijzingNummer,
        string counterparty,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        var hits = await FindAsync(deelnemer, SearchTerms.ToewijzingNummer(toewijzingNummer), MaxChain, cancellation).ConfigureAwait(false);
        List<SearchHit> own = [.. hits.Hits.Where(hit => hit.Counterparty == counterparty)];
        if (own.Count == 0)
        {
            return null;
        }
        // Only the toewijzing knows the reference of the request that it honours.
        var references = await Task.WhenAll(
                own.Where(hit => hit.Kind == "JW301").Take(1).Select(hit => search.NumbersAsync(deelnemer.Code, hit.Place, cancellation))
            )
            .ConfigureAwait(false);
        foreach (var reference in references.SelectMany(numbers => numbers?.Verzoeken ?? []).Take(1))
        {
            var asked = await FindAsync(deelnemer, new SearchTerm(SearchKind.Verzoek, reference), MaxChain, cancellation)
                .ConfigureAwait(false);
            own.AddRange(asked.Hits.Where(hit => hit.Counterparty == counterparty));
        }

        var read = await Task.WhenAll(
                own.DistinctBy(hit => hit.Place)
                    .Where(hit => Order.Contains(hit.Kind))
                    .Select(hit => PartyOrNullAsync(deelnemer, hit.Place.BerichtId, cancellation))
            )
            .ConfigureAwait(false);
        return new ToewijzingChain(
            toewijzingNummer,
            [
                .. read.OfType<BerichtStatus>()
                    .OrderBy(bericht => Array.IndexOf(Order, bericht.Header.Kind.Name))
                    .ThenBy(bericht => bericht.Trail.Received)
                    .ThenBy(bericht => bericht.BerichtId, StringComparer.Ordinal),
            ],
            hits.HasMore
        );
    }

    private Task<SearchHits> FindAsync(Deelnemer deelnemer, SearchTerm term, int max, CancellationToken cancellation) =>
        search.FindAsync(deelnemer.Code, term, default, null, max, cancellation);

    private async Task<IReadOnlyList<Attempt>> AttemptsAsync(Deelnemer deelnemer, BerichtStatus bericht, CancellationToken cancellation) =>
        bericht.Zaak is { } zaak
            ? [.. (await index.AttemptsAsync(deelnemer.Code, zaak, cancellation).ConfigureAwait(false)).Reverse()]
            : [];

    // They stand with the aanbieder, one of the two parties.
    private async Task<(IReadOnlyList<RefusedLine> Lines, bool HasMore)> LinesAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        if (!bericht.Header.Kind.IsDeclaratie)
        {
            return ([], false);
        }
        var parts = await Task.WhenAll(
                index.LinesOfAsync(bericht, isSettled: false, MaxLines, cancellation),
                index.LinesOfAsync(bericht, isSettled: true, MaxLines, cancellation)
            )
            .ConfigureAwait(false);
        List<RefusedLine> lines = [.. parts.SelectMany(part => part.Rows).OrderBy(line => line.Index)];
        return ([.. lines.Take(MaxLines)], lines.Count > MaxLines || parts.Any(part => part.HasMore));
    }

    private async Task<BerichtStatus?> PartyOrNullAsync(Deelnemer deelnemer, string berichtId, CancellationToken cancellation)
    {
        try
        {
            return await PartyAsync(deelnemer, berichtId, cancellation).ConfigureAwait(false);
        }
        catch (UnreadableRowException)
        {
            // Whoever runs the hub was told of it; the others are shown.
            return null;
        }
    }

    private async Task<BerichtStatus?> PartyAsync(Deelnemer deelnemer, string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        var bericht = BerichtId.IsValid(berichtId) ? await berichten.FindAsync(berichtId, cancellation).ConfigureAwait(false) : null;
        return bericht?.IsOf(deelnemer) == true ? bericht : null;
    }
}
