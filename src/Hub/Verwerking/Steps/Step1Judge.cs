using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;
using Hub.Retries;
using Hub.Zaken;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;

namespace Hub.Verwerking.Steps;

/// <summary>
/// Reads the bericht, judges it by what the register knows, and keeps what it comes to with the answer that the hub makes: in the same
/// change that the judgement was made on, so that of two berichten which can't both hold one is seen by the other.
/// </summary>
public sealed class Step1Judge(
    StoredBerichtReader reader,
    IRegister register,
    ICompleteness completeness,
    OwnAnswer answers,
    ClientKeys keys,
    DeelnemerList deelnemers,
    Gemeentecodes gemeentecodes,
    TimeProvider time
) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        bericht.Read ??= await reader.ReadInHandAsync(bericht.Taken, MayGiveBack(bericht.Taken), cancellation).ConfigureAwait(false);
        // When another wrote in a document that this was judged on, it is judged again.
        await Retry
            .OnConflictAsync(attempt => JudgeAsync(bericht, isFirst: attempt == 0, cancellation), cancellation)
            .ConfigureAwait(false);
        bericht.Bericht = bericht.Bericht with { Zaak = Zaaksleutel.Of(bericht.Content, keys), Heenbericht = bericht.Place?.Heenbericht };
    }

    private async Task JudgeAsync(BerichtCase bericht, bool isFirst, CancellationToken cancellation)
    {
        var (taken, content) = (bericht.Taken, bericht.Content);
        var open = RegisterChange.Of(content, Outcome.Open, taken.BerichtId, taken.Trail.Received);
        var session = register.Open();
        string? unmade = null;
        if (taken.Header.Kind.Answer is not null && !bericht.IsAnswerGiven)
        {
            // A bericht is nearly always new, and the first with its numbers. When it isn't, it has left a trace before it was answered.
            if (isFirst)
            {
                session.ExpectEmpty(open.ExpectedEmpty);
            }
            else if (
                await IsKnownAsync(session, open, cancellation).ConfigureAwait(false)
                && !await FindAnswerAsync(bericht, cancellation).ConfigureAwait(false)
            )
            {
                unmade = BerichtId.OfAnswerTo(taken.BerichtId);
            }
        }

        var (judged, faults, own, isComplete) = await CheckAsync(session, bericht, cancellation).ConfigureAwait(false);
        var given = bericht.IsAnswerGiven ? bericht.Answer : null;
        bericht.Decision = given is null
            ? await DecideAsync(taken.Header, own.Kind, isComplete).ConfigureAwait(false)
            : Routing.WithAnswer(given.Outcome.Kind);
        if (bericht.Decision == Decision.Deliver)
        {
            bericht.Answer = null;
            bericht.Bericht = judged;
            bericht.Place = await Registration
                .TakeUpAsync(session, bericht.Known, taken, content, unmade, cancellation)
                .ConfigureAwait(false);
            return;
        }

        var answer = given ?? await answers.MakeAsync(judged, bericht.Read, faults, cancellation).ConfigureAwait(false);
        bericht.Answer = answer;
        bericht.Bericht = judged with { Retour = answer.Bericht.BerichtId };
        bericht.Known.Add(answer.Bericht, answer.Read.Content);
        await Registration
            .TakeUpAnsweredAsync(
                session,
                bericht.Known,
                RegisterChange.Of(content, given is null ? own : given.Outcome, taken.BerichtId, taken.Trail.Received),
                RegisterChange.Of(answer.Read.Content, Outcome.Accepted, answer.Bericht.BerichtId, answer.Bericht.Trail.Received),
                content,
                cancellation
            )
            .ConfigureAwait(false);

        async Task<Decision> DecideAsync(BerichtHeader header, OutcomeKind outcome, bool? complete)
        {
            var addressee = deelnemers.Of(header.Addressee);
            // Only a declaratie that would be granted asks it, and only when the hub answers.
            var isAsked =
                Routing.Decide(header, addressee, outcome, isComplete: true)
                != Routing.Decide(header, addressee, outcome, isComplete: false);
            var known = complete ?? (!isAsked || await IsCompleteAsync(header, cancellation).ConfigureAwait(false));
            return Routing.Decide(header, addressee, outcome, known);
        }
    }

    /// <summary>
    /// The bericht with the verdict of all levels, what levels 3 and 4 gave, what it comes to by that, and whether the register is complete
    /// when that was asked.
    /// </summary>
    private async Task<(BerichtStatus Bericht, IReadOnlyList<Bevinding> Faults, Outcome Outcome, bool? IsComplete)> CheckAsync(
        IRegisterSession session,
        BerichtCase bericht,
        CancellationToken cancellation
    )
    {
        var (taken, content) = (bericht.Taken, bericht.Content);
        if (taken.Oordeel == Oordeel.Rejected)
        {
            return (taken, [], Outcome.Refused, null);
        }
        var dossier = bericht.Dossier = await Registration.LoadAsync(session, content, taken.BerichtId, cancellation).ConfigureAwait(false);
        // By the day of receipt: whoever judges it again later must find the same.
        var sources = Sources.On(taken.Trail.Received) with
        {
            Gemeentecodes = gemeentecodes,
        };
        var outcome = DossierCheck.Check(content, dossier, sources);
        bool? isComplete = null;
        if (outcome.Oordeel == Oordeel.Rejected)
        {
            // What is not complete only takes weight from what was found: with nothing found there is nothing to ask.
            isComplete = await IsCompleteAsync(taken.Header, cancellation).ConfigureAwait(false);
            if (isComplete == false)
            {
                outcome = DossierCheck.Check(content, dossier, sources, isComplete: false);
            }
        }

        var count = outcome.Bevindingen.Count(bevinding => !bevinding.Advice) + outcome.AdviceCount;
        var judged = taken with { Oordeel = outcome.Oordeel, Trail = taken.Trail with { Assessed = time.GetUtcNow() } };
        return (Add(judged, outcome.Bevindingen, count), outcome.Bevindingen, outcome.Outcome, isComplete);
    }

    /// <summary>Whether an answer may be made of it that gives its classes back: of those the tree is needed.</summary>
    private bool MayGiveBack(BerichtStatus taken) =>
        !taken.IsTechnicallyRejected
        && deelnemers.WithCode(taken.Header.Addressee) is { } addressee
        && Routing.MayAnswer(taken.Header, addressee);

    private static async Task<bool> IsKnownAsync(IRegisterSession session, RegisterChange open, CancellationToken cancellation)
    {
        var own = open.Documents.Where(document => document.Kind == DocumentKind.Identificatie).ToHashSet();
        return (await session.ReadAsync(own, cancellation).ConfigureAwait(false)).Any(fact => fact.Origin.BerichtId == open.BerichtId);
    }

    private async Task<bool> FindAnswerAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        if (await answers.FindAsync(bericht.Taken, cancellation).ConfigureAwait(false) is not { } given)
        {
            return false;
        }
        (bericht.Answer, bericht.IsAnswerGiven) = (given, true);
        return true;
    }

    private Task<bool> IsCompleteAsync(BerichtHeader header, CancellationToken cancellation) =>
        completeness.IsCompleteAsync(Pair.Of(header), cancellation);

    private static BerichtStatus Add(BerichtStatus bericht, IReadOnlyList<Bevinding> bevindingen, int count) =>
        bericht with
        {
            Bevindingen = [.. bericht.Bevindingen, .. bevindingen],
            BevindingCount = bericht.BevindingCount + count,
        };
}
