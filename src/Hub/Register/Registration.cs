using Hub.Berichten;
using Hub.Retries;
using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;

namespace Hub.Register;

/// <summary>
/// Keeps the register: what a bericht leaves in it given what it has come to, and what an answer changes of the bericht it answers. The
/// register is a function of the set of berichten and their verdicts: in what order they come, and how often, makes no difference.
/// </summary>
public sealed class Registration(IRegister register, IBerichten berichten, StoredBerichtReader reader)
{
    /// <summary>What the register knows that a check of a bericht needs; the bericht's own feiten don't count.</summary>
    public static async Task<Dossier> LoadAsync(
        IRegisterSession session,
        BerichtContent content,
        string berichtId,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(content);
        var dossier = new Dossier(content.Header.Gemeente, content.Header.Aanbieder, berichtId);
        for (var question = DossierQuestion.Of(content); question.Count > 0; question = DossierQuestion.Continuation(content, dossier))
        {
            dossier.Add(question, await session.ReadAsync(question, cancellation).ConfigureAwait(false));
        }
        return dossier;
    }

    /// <summary>
    /// Takes a bericht up in the register without judging it: with what it has come to by the answers that are there, and when it is an
    /// answer itself, with what that makes of the bericht that it answers. Doing it again changes nothing.
    /// </summary>
    /// <exception cref="StorageException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task IncludeAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        var content = await reader.ReadAsync(bericht, cancellation).ConfigureAwait(false);
        await IncludeAsync(new KnownBerichten(berichten, reader), bericht, content, cancellation).ConfigureAwait(false);
    }

    /// <summary>The same when it has been read already; gives where it belongs when it is an answer.</summary>
    /// <param name="known">What else was read, and will be.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="StorageException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public Task<AnswerPlace?> IncludeAsync(
        KnownBerichten known,
        BerichtStatus bericht,
        BerichtContent content,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(content);
        return Retry.OnConflictAsync(_ => TakeUpAsync(register.Open(), known, bericht, content, null, cancellation), cancellation);
    }

    /// <summary>The same in a session that may have read what the bericht was judged by.</summary>
    /// <param name="session">The session.</param>
    /// <param name="known">What else was read, and will be.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="content">What it says.</param>
    /// <param name="without">An answer that an attempt meant to make and never did: what the register has of it goes; null when there was
    /// no attempt.</param>
    /// <param name="cancellation">Stops it; some of it may have been written.</param>
    /// <exception cref="StorageException">A table or the archive failed; <see cref="StorageFault.Conflict"/> when the register changed
    /// under it: look again.</exception>
    internal static async Task<AnswerPlace?> TakeUpAsync(
        IRegisterSession session,
        KnownBerichten known,
        BerichtStatus bericht,
        BerichtContent content,
        string? without,
        CancellationToken cancellation
    )
    {
        known.Add(bericht, content);
        // As an answer, whatever it says of itself does not count; as a heenbericht, its answer says what it comes to.
        var own = RegisterChange.Of(content, Outcome.Open, bericht.BerichtId, bericht.Trail.Received);
        if (AnswerKey.Of(content) is { } antwoordt)
        {
            var facts = await antwoordt.ReadAsync(session, [own], cancellation).ConfigureAwait(false);
            await WriteAsync(session, known, antwoordt, [own], facts, cancellation).ConfigureAwait(false);
            return antwoordt.Place(bericht.BerichtId, facts);
        }

        var key = AnswerKey.On(content.Header);
        RegisterChange[] gone = without is null ? [] : [new RegisterChange(without, key.Documents, [])];
        var conversation = await key.ReadAsync(session, [own, .. gone], cancellation).ConfigureAwait(false);
        await WriteAsync(session, known, key, gone, conversation, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>
    /// Takes up a heenbericht with the answer that the hub makes on it, in the session by which it was judged: who reads one sees the
    /// other.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="known">What else was read, and will be.</param>
    /// <param name="heen">What the heenbericht leaves by that answer.</param>
    /// <param name="answer">What the answer leaves.</param>
    /// <param name="content">What the heenbericht says.</param>
    /// <param name="cancellation">Stops it; some of it may have been written.</param>
    /// <exception cref="StorageException">A table or the archive failed; <see cref="StorageFault.Conflict"/> when the register changed
    /// under it: look again.</exception>
    internal static async Task TakeUpAnsweredAsync(
        IRegisterSession session,
        KnownBerichten known,
        RegisterChange heen,
        RegisterChange answer,
        BerichtContent content,
        CancellationToken cancellation
    )
    {
        var key = AnswerKey.On(content.Header);
        var facts = await key.ReadAsync(session, [heen, answer], cancellation).ConfigureAwait(false);
        await WriteAsync(session, known, key, [heen, answer], facts, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes out of the register all that a bericht left in it, whatever it has come to. A bericht that stays while its answer goes is open
    /// again, as it would be in a register that is made anew.
    /// </summary>
    /// <exception cref="StorageException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task ForgetAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var content = await reader.ReadAsync(bericht, cancellation).ConfigureAwait(false);
        var gone = RegisterChange.Gone(content, bericht.BerichtId, bericht.Trail.Received);
        await Retry.OnConflictAsync(_ => register.Open().WriteAsync([gone], cancellation), cancellation).ConfigureAwait(false);
        if (AnswerKey.Of(content) is not { } key)
        {
            return;
        }
        var known = new KnownBerichten(berichten, reader);
        await Retry
            .OnConflictAsync(
                async _ =>
                {
                    var session = register.Open();
                    var facts = await key.ReadAsync(session, [gone], cancellation).ConfigureAwait(false);
                    await WriteAsync(session, known, key, [], facts, cancellation).ConfigureAwait(false);
                },
                cancellation
            )
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Writes changes, and what the other berichten with the same key have come to now; seldom is there another than one heenbericht and
    /// its answer. All rests on one reading of their conversation, which is guarded: who came between is seen, or sees this.
    /// </summary>
    private static async Task WriteAsync(
        IRegisterSession session,
        KnownBerichten known,
        AnswerKey key,
        IReadOnlyList<RegisterChange> changes,
        IReadOnlyList<Fact> conversation,
        CancellationToken cancellation
    )
    {
        var all = changes.ToList();
        foreach (var id in key.Heenberichten(conversation).Where(id => changes.All(change => change.BerichtId != id)))
        {
            if (await known.FindAsync(id, cancellation).ConfigureAwait(false) is not var (heen, content))
            {
                continue;
            }
            var outcome = await OutcomeAsync(known, heen, key.AnswerTo(id, conversation), cancellation).ConfigureAwait(false);
            all.Add(RegisterChange.Of(content, outcome, id, heen.Trail.Received));
        }

        await session.WriteAsync(all, cancellation).ConfigureAwait(false);
    }

    private static async Task<Outcome> OutcomeAsync(
        KnownBerichten known,
        BerichtStatus bericht,
        RetourNotice? answer,
        CancellationToken cancellation
    )
    {
        if (answer is null)
        {
            return bericht.IsHistoryWithoutRetour ? Outcome.Accepted : Outcome.Open;
        }
        if (!answer.IsAccepted)
        {
            return Outcome.Refused;
        }
        if (!bericht.Header.Kind.IsDeclaratie)
        {
            return Outcome.Accepted;
        }
        // Which prestaties were refused only the JW325 itself says.
        var (_, content) =
            await known.FindAsync(answer.Origin.BerichtId, cancellation).ConfigureAwait(false)
            ?? throw new StorageException(StorageFault.Retry, "register: an answer that was taken up is not there.");
        return Outcome.Of(content);
    }
}
