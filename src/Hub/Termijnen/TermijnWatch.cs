using Hub.Berichten;
using Hub.Register;
using Ijw.Content;

namespace Hub.Termijnen;

/// <summary>
/// Keeps the clocks of the terms of process.md section 2: what is delivered sets some and stops others. Doing it again changes nothing.
/// </summary>
public sealed class TermijnWatch(ITermijnen termijnen, WorkingCalendars calendars, TimeProvider time)
{
    /// <summary>What a bericht that is delivered does to the clocks of its pair; nothing is written.</summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table or the archive failed.</exception>
    public async Task<TermijnPlan> PlanAsync(
        KnownBerichten known,
        BerichtStatus bericht,
        BerichtContent content,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        var plan = Begin(bericht);
        var work = TermijnWork.Of(bericht, content, calendars.Of(bericht.Header.Gemeente));
        await plan.ChangeAsync(Changes(bericht, work), isBlind: false, cancellation).ConfigureAwait(false);
        await SetInvestigationAsync(known, plan, bericht, content, cancellation).ConfigureAwait(false);
        if (content is Retourbericht retour)
        {
            await FollowRetourAsync(known, plan, bericht, retour, work.Stops[0], cancellation).ConfigureAwait(false);
        }
        return plan;
    }

    /// <summary>
    /// What a bericht does that the hub accepted in the name of its receiver: no answer is due on it, and a JW301 lets starts and stops be
    /// due at once. Nothing is written.
    /// </summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says.</param>
    /// <param name="isFirst">Whether this is the first attempt: then what nearly always is new is not looked for.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<TermijnPlan> PlanAnsweredAsync(
        KnownBerichten known,
        BerichtStatus bericht,
        BerichtContent content,
        bool isFirst,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        var (plan, calendar) = (Begin(bericht), calendars.Of(bericht.Header.Gemeente));
        var changes = Changes(bericht, TermijnWork.Of(bericht, content, calendar).WithoutAnswerTo(bericht));
        if (content is ToewijzingBericht toewijzing)
        {
            changes.AddRange(Changes(bericht, TermijnWork.OfToewijzing(bericht, toewijzing, calendar)));
        }
        // What is added tells whether it was there, and the others of one toewijzing or request never are there without it.
        var isBlind = isFirst && IsExpectedNew(content) && changes.Exists(change => !change.AsSet);
        await plan.ChangeAsync(changes, isBlind, cancellation).ConfigureAwait(false);
        await SetInvestigationAsync(known, plan, bericht, content, cancellation).ConfigureAwait(false);
        return plan;
    }

    /// <summary>Writes what was planned: the clocks, the agenda and what is late. Doing it again changes nothing.</summary>
    /// <exception cref="StorageException">A table failed; <see cref="StorageFault.Conflict"/> when a clock has changed since it was read:
    /// plan again.</exception>
    public async Task WriteAsync(TermijnPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.IsEmpty)
        {
            return;
        }
        await termijnen
            .WriteAsync([.. plan.After.Values.Where(termijn => !ReferenceEquals(termijn, plan.Before(termijn.Key)))], cancellation)
            .ConfigureAwait(false);
        await UpdateListsAsync(plan, cancellation).ConfigureAwait(false);
    }

    /// <summary>The clocks on a bericht, as its trail shows them: those that were set, in the order of their last days.</summary>
    public async Task<IReadOnlyList<Termijn>> OfBerichtAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var all = await termijnen.OfBerichtAsync(Pair.Of(bericht.Header), bericht.BerichtId, cancellation).ConfigureAwait(false);
        return [.. all.OrderBy(termijn => termijn.Setting!.Deadline).ThenBy(termijn => termijn.Key, StringComparer.Ordinal)];
    }

    private TermijnPlan Begin(BerichtStatus bericht) => new(termijnen, Pair.Of(bericht.Header));

    private static List<TermijnChange> Changes(BerichtStatus bericht, TermijnWork work)
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

    private static async Task SetInvestigationAsync(
        KnownBerichten known,
        TermijnPlan plan,
        BerichtStatus bericht,
        BerichtContent content,
        CancellationToken cancellation
    )
    {
        if (content is not AnswerBericht { Answer.Value: { IsInInvestigation: true, ReferentieAanbieder: var reference } })
        {
            return;
        }
        var termijn = plan.After.GetValueOrDefault(TermijnKey.Verzoek(reference));
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
        await plan.ChangeAsync(Changes(bericht, work), isBlind: false, cancellation).ConfigureAwait(false);
    }

    private async Task FollowRetourAsync(
        KnownBerichten known,
        TermijnPlan plan,
        BerichtStatus bericht,
        Retourbericht retour,
        string key,
        CancellationToken cancellation
    )
    {
        var termijn = plan.After.GetValueOrDefault(key);
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
            await RevokeAsync(plan, heen, content, bericht, cancellation).ConfigureAwait(false);
        }
        else if (content is ToewijzingBericht toewijzing)
        {
            var work = TermijnWork.OfToewijzing(heen, toewijzing, calendars.Of(heen.Header.Gemeente));
            await plan.ChangeAsync(Changes(heen, work), isBlind: false, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A rejected heenbericht counts as never sent (OP286): what it stopped runs again, what it set lapses.</summary>
    private async Task RevokeAsync(
        TermijnPlan plan,
        BerichtStatus heen,
        BerichtContent content,
        BerichtStatus retour,
        CancellationToken cancellation
    )
    {
        var received = retour.Trail.Received;
        var work = TermijnWork.Of(heen, content, calendars.Of(heen.Header.Gemeente));
        var own = await termijnen.OfBerichtAsync(Pair.Of(heen.Header), heen.BerichtId, cancellation).ConfigureAwait(false);
        TermijnChange[] changes =
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
        await plan.ChangeAsync(changes, isBlind: false, cancellation).ConfigureAwait(false);
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

    // Also for what did not change: an earlier attempt may have died between the clocks and the lists.
    private async Task UpdateListsAsync(TermijnPlan plan, CancellationToken cancellation)
    {
        var moved = plan
            .After.Values.Where(termijn => plan.Before(termijn.Key)?.Setting is { } was && was.Deadline != termijn.Setting!.Deadline)
            .Select(termijn => plan.Before(termijn.Key)!);
        Termijn[] off = [.. moved, .. plan.After.Values.Where(termijn => termijn is { Setting: not null, Stopped: not null })];
        await termijnen.TakeOffAgendaAsync(off, cancellation).ConfigureAwait(false);
        var today = Calendar.Day(time.GetUtcNow());
        await termijnen
            .NoLongerOverdueAsync([.. off.Where(termijn => today > termijn.Setting!.Deadline)], cancellation)
            .ConfigureAwait(false);
        await termijnen.PutOnAgendaAsync([.. plan.After.Values.Where(termijn => termijn.Runs)], cancellation).ConfigureAwait(false);
    }
}
