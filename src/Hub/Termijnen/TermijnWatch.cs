using System.Collections.Immutable;
using Hub.Berichten;
using Hub.Register;
using Hub.Retries;
using Ijw.Content;

namespace Hub.Termijnen;

/// <summary>
/// Keeps the clocks of the terms of process.md section 2: what is delivered sets some and stops others. Doing it again changes nothing.
/// </summary>
public sealed class TermijnWatch(ITermijnen termijnen, WorkingCalendars calendars, TimeProvider time)
{
    /// <summary>Notes what a bericht that is delivered does to the clocks of its pair.</summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="StorageException">A table or the archive failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteAsync(KnownBerichten known, BerichtStatus bericht, BerichtContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        var work = TermijnWork.Of(bericht, content, calendars.Of(bericht.Header.Gemeente));
        var termijnen = await ChangeAsync(Pair.Of(bericht.Header), Wijzigingen(bericht, work), cancellation).ConfigureAwait(false);
        await SetInvestigationAsync(known, termijnen, bericht, content, cancellation).ConfigureAwait(false);
        if (content is Retourbericht retour)
        {
            await FollowRetourAsync(known, bericht, retour, termijnen.GetValueOrDefault(work.Stops[0]), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Notes what a bericht does that the hub accepted in the name of its receiver: no answer is due on it, and a JW301 lets starts and
    /// stops be due at once.
    /// </summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="StorageException">A table failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteAnsweredAsync(KnownBerichten known, BerichtStatus bericht, BerichtContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        var calendar = calendars.Of(bericht.Header.Gemeente);
        var wijzigingen = Wijzigingen(bericht, TermijnWork.Of(bericht, content, calendar).WithoutAnswerTo(bericht));
        if (content is ToewijzingBericht toewijzing)
        {
            wijzigingen.AddRange(Wijzigingen(bericht, TermijnWork.OfToewijzing(bericht, toewijzing, calendar)));
        }
        var termijnen = await ChangeAsync(Pair.Of(bericht.Header), wijzigingen, cancellation, IsExpectedNew(content)).ConfigureAwait(false);
        await SetInvestigationAsync(known, termijnen, bericht, content, cancellation).ConfigureAwait(false);
    }

    /// <summary>The clocks on a bericht, as its trail shows them: those that were set, in the order of their last days.</summary>
    public async Task<IReadOnlyList<Termijn>> OfBerichtAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var all = await termijnen.OfBerichtAsync(Pair.Of(bericht.Header), bericht.BerichtId, cancellation).ConfigureAwait(false);
        return [.. all.OrderBy(termijn => termijn.Setting!.Deadline).ThenBy(termijn => termijn.Key, StringComparer.Ordinal)];
    }

    private static List<TermijnChange> Wijzigingen(BerichtStatus bericht, TermijnWork work)
    {
        var (received, id) = (bericht.Trail.Received, bericht.BerichtId);
        return
        [
            .. work.Reopens.Select(key => new TermijnChange(key, AsSet: true, termijn => termijn.Reopen(received))),
            .. work.Stops.Select(key => new TermijnChange(key, AsSet: false, termijn => termijn.Stop(received, id, lapses: false))),
            .. work.StopsAsSet.Select(key => new TermijnChange(key, AsSet: true, termijn => termijn.Stop(received, id, lapses: false))),
            .. work.Lapses.Select(what => new TermijnChange(
                what.Key,
                AsSet: true,
                termijn => string.CompareOrdinal(what.Rank, termijn.Setting!.Rank) < 0 ? termijn : termijn.Stop(received, id, lapses: true)
            )),
            .. work.Set.Select(what => new TermijnChange(what.Key, AsSet: false, termijn => termijn.Set(what.Setting))),
        ];
    }

    private async Task SetInvestigationAsync(
        KnownBerichten known,
        IReadOnlyDictionary<string, Termijn> termijnen,
        BerichtStatus bericht,
        BerichtContent content,
        CancellationToken cancellation
    )
    {
        if (content is not AnswerBericht { Answer.Value: { IsInInvestigation: true, ReferentieAanbieder: var reference } })
        {
            return;
        }
        var termijn = termijnen.GetValueOrDefault(TermijnKey.Verzoek(reference));
        // A request that this hub never saw, or that got its final answer before: nothing is due.
        if (termijn?.Setting is not { } setting || termijn.StoppedBy != bericht.BerichtId)
        {
            return;
        }
        if (await known.FindRowAsync(setting.BerichtId, cancellation).ConfigureAwait(false) is not { } verzoek)
        {
            return;
        }
        var work = TermijnWork.OfInvestigation(verzoek, setting, bericht, reference);
        await ChangeAsync(Pair.Of(bericht.Header), Wijzigingen(bericht, work), cancellation).ConfigureAwait(false);
    }

    private async Task FollowRetourAsync(
        KnownBerichten known,
        BerichtStatus bericht,
        Retourbericht retour,
        Termijn? termijn,
        CancellationToken cancellation
    )
    {
        if (termijn?.Setting is not { } setting || termijn.StoppedBy != bericht.BerichtId)
        {
            return;
        }
        if (await known.FindRowAsync(setting.BerichtId, cancellation).ConfigureAwait(false) is not { } heen)
        {
            return;
        }
        if (!retour.Refuses && heen.Header.Kind.Name != "JW301")
        {
            return;
        }
        var content = await known.ReadAsync(heen, cancellation).ConfigureAwait(false);
        if (retour.Refuses)
        {
            await RevokeAsync(heen, content, bericht, cancellation).ConfigureAwait(false);
        }
        else if (content is ToewijzingBericht toewijzing)
        {
            var work = TermijnWork.OfToewijzing(heen, toewijzing, calendars.Of(heen.Header.Gemeente));
            await ChangeAsync(Pair.Of(heen.Header), Wijzigingen(heen, work), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A rejected heenbericht counts as never sent (OP286): what it stopped runs again, what it set lapses.</summary>
    private async Task RevokeAsync(BerichtStatus heen, BerichtContent content, BerichtStatus retour, CancellationToken cancellation)
    {
        var received = retour.Trail.Received;
        var work = TermijnWork.Of(heen, content, calendars.Of(heen.Header.Gemeente));
        var own = await termijnen.OfBerichtAsync(Pair.Of(heen.Header), heen.BerichtId, cancellation).ConfigureAwait(false);
        TermijnChange[] wijzigingen =
        [
            .. work
                .Stops.Concat(work.StopsAsSet)
                .Select(key => new TermijnChange(
                    key,
                    AsSet: false,
                    termijn => termijn.StoppedBy == heen.BerichtId ? termijn.Reopen(received) : termijn
                )),
            .. own.Select(termijn => termijn.Key)
                .Concat(SetOnVerzoek(content))
                .Select(key => new TermijnChange(
                    key,
                    AsSet: true,
                    termijn => termijn.Setting!.SetBy == heen.BerichtId ? termijn.Stop(received, retour.BerichtId, lapses: true) : termijn
                )),
        ];
        await ChangeAsync(Pair.Of(heen.Header), wijzigingen, cancellation).ConfigureAwait(false);
    }

    private static string[] SetOnVerzoek(BerichtContent content) =>
        content is AnswerBericht { Answer.Value: { IsInInvestigation: true } answer }
            ? [TermijnKey.Investigation(answer.ReferentieAanbieder), TermijnKey.Woonplaats(answer.ReferentieAanbieder)]
            : [];

    // What is asked for or assigned for the first time has no clocks yet.
    private static bool IsExpectedNew(BerichtContent content) =>
        content switch
        {
            VerzoekToToewijzing => true,
            ToewijzingBericht toewijzing => toewijzing.Products.All(product =>
                product.Value.ReferentieAanbieder is null && RegisterChange.IsExpectedNew(product.Value, toewijzing.Dagtekening)
            ),
            _ => false,
        };

    /// <summary>Changes clocks; gives those that it touched, as they are afterwards.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="wijzigingen">What changes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="isExpectedNew">Whether none is expected to be there: then they are added without looking, and looked for when one
    /// was.</param>
    private async Task<IReadOnlyDictionary<string, Termijn>> ChangeAsync(
        Pair pair,
        IReadOnlyCollection<TermijnChange> wijzigingen,
        CancellationToken cancellation,
        bool isExpectedNew = false
    )
    {
        if (wijzigingen.Count == 0)
        {
            return ImmutableDictionary<string, Termijn>.Empty;
        }
        var keys = wijzigingen.Select(wijziging => wijziging.Key).ToHashSet(StringComparer.Ordinal);
        // What is added tells whether it was there, and the others of one toewijzing or request never are there without it.
        var isBlind = isExpectedNew && wijzigingen.Any(wijziging => !wijziging.AsSet);
        var (old, updated) = await Retry
            .OnConflictAsync(
                async attempt =>
                {
                    var before =
                        isBlind && attempt == 0
                            ? ImmutableDictionary<string, Termijn>.Empty
                            : await termijnen.FindAsync(pair, keys, cancellation).ConfigureAwait(false);
                    var after = Pass(pair, before, wijzigingen);
                    await termijnen
                        .WriteAsync(
                            [.. after.Values.Where(termijn => !ReferenceEquals(termijn, before.GetValueOrDefault(termijn.Key)))],
                            cancellation
                        )
                        .ConfigureAwait(false);
                    return (before, after);
                },
                cancellation
            )
            .ConfigureAwait(false);
        await UpdateListsAsync(old, updated, cancellation).ConfigureAwait(false);
        return updated;
    }

    /// <summary>The clocks that are touched, as they are afterwards; one that nothing changed is itself.</summary>
    private static Dictionary<string, Termijn> Pass(
        Pair pair,
        IReadOnlyDictionary<string, Termijn> old,
        IEnumerable<TermijnChange> wijzigingen
    )
    {
        var updated = new Dictionary<string, Termijn>(StringComparer.Ordinal);
        foreach (var wijziging in wijzigingen)
        {
            var termijn = updated.GetValueOrDefault(wijziging.Key) ?? old.GetValueOrDefault(wijziging.Key);
            if (wijziging.AsSet && termijn?.Setting is null)
            {
                continue;
            }
            var basis = termijn ?? new Termijn { Pair = pair, Key = wijziging.Key };
            var after = wijziging.Change(basis);
            if (termijn is not null || !ReferenceEquals(after, basis))
            {
                updated[wijziging.Key] = after;
            }
        }

        return updated;
    }

    // Also for what did not change: an earlier attempt may have died between the clocks and the lists.
    private async Task UpdateListsAsync(
        IReadOnlyDictionary<string, Termijn> old,
        Dictionary<string, Termijn> updated,
        CancellationToken cancellation
    )
    {
        var moved = updated
            .Values.Where(termijn => old.GetValueOrDefault(termijn.Key)?.Setting is { } was && was.Deadline != termijn.Setting!.Deadline)
            .Select(termijn => old[termijn.Key]);
        Termijn[] off = [.. moved, .. updated.Values.Where(termijn => termijn is { Setting: not null, Stopped: not null })];
        await termijnen.TakeOffAgendaAsync(off, cancellation).ConfigureAwait(false);
        var today = Calendar.Day(time.GetUtcNow());
        await termijnen
            .NoLongerOverdueAsync([.. off.Where(termijn => today > termijn.Setting!.Deadline)], cancellation)
            .ConfigureAwait(false);
        await termijnen.PutOnAgendaAsync([.. updated.Values.Where(termijn => termijn.Runs)], cancellation).ConfigureAwait(false);
    }

    private sealed record TermijnChange(string Key, bool AsSet, Func<Termijn, Termijn> Change);
}
