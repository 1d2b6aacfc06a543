using Hub.Local.Starting;

namespace Hub.Local.Samples;

/// <summary>
/// Sends the samples through a running hub as their senders, takes what came of them out of the postbussen, and compares with
/// voorbeelden.json.
/// </summary>
public static class SampleRun
{
    /// <summary>Sends all samples in order, and gives what came of each.</summary>
    public static async Task<SampleReport> LoopAsync(
        LocalHub environment,
        IReadOnlyList<Sample> samples,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(time);
        var begin = time.GetUtcNow();
        var sent = new List<SampleOutcome>();
        foreach (var sample in samples)
        {
            sent.Add(await SendAsync(environment, sample, cancellation).ConfigureAwait(false));
        }
        var followed = new List<SampleOutcome>();
        foreach (var outcome in sent)
        {
            followed.Add(await FollowAsync(environment, outcome, begin, cancellation).ConfigureAwait(false));
        }
        // In a hub of their own everything is theirs, and what is not is a fault.
        var ids = followed.SelectMany(outcome => (IEnumerable<string?>)[outcome.Answer.BerichtId, outcome.State?.Retour]).ToHashSet();
        var postbussen = await Postbussen
            .TakeAsync(environment, id => environment.IsFresh || ids.Contains(id), cancellation)
            .ConfigureAwait(false);
        var outcomes = followed.Select(outcome => Judge(outcome, followed, postbussen)).ToList();
        List<string> faults = [.. OrderFaults(outcomes, postbussen)];
        if (environment.IsFresh)
        {
            faults.AddRange(Unexpected(outcomes, postbussen));
        }
        return new SampleReport(outcomes, faults);
    }

    private static async Task<SampleOutcome> SendAsync(LocalHub environment, Sample sample, CancellationToken cancellation)
    {
        var afzender =
            environment.Deelnemers.WithCode(sample.Afzender)
            ?? throw new StartException($"voorbeelden.json: {sample.Afzender} is geen deelnemer.");
        using var client = environment.Client(afzender);
        var content = SampleList.Content(sample);
        var answer = await client.SendAsync(content, sample.Gzip, cancellation).ConfigureAwait(false);
        return new SampleOutcome
        {
            Sample = sample,
            Afzender = afzender,
            Content = content,
            Answer = answer,
        };
    }

    private static async Task<SampleOutcome> FollowAsync(
        LocalHub environment,
        SampleOutcome outcome,
        DateTimeOffset begin,
        CancellationToken cancellation
    )
    {
        if (outcome.Answer.BerichtId is not { } id)
        {
            return outcome;
        }
        using var client = environment.Client(outcome.Afzender);
        var state = await client.WaitForProcessedAsync(id, Limits.Longest, cancellation).ConfigureAwait(false);
        return outcome with { State = state, IsEarlier = state?.Received < begin };
    }

    private static SampleOutcome Judge(SampleOutcome outcome, List<SampleOutcome> all, IReadOnlyList<PostbusFind> postbussen)
    {
        var complete = outcome with { Finds = [.. postbussen.Where(find => IsOf(find, outcome))] };
        var first = all.First(other => other.Sample.File == outcome.Sample.File);
        List<string> faults = [.. SampleJudgement.Of(complete)];
        if (first.Answer.BerichtId != outcome.Answer.BerichtId)
        {
            faults.Add("kreeg een ander id dan de eerste keer");
        }
        return complete with { Faults = faults };
    }

    private static bool IsOf(PostbusFind find, SampleOutcome outcome) =>
        find.BerichtId == outcome.Answer.BerichtId || (outcome.State?.Retour is { } retour && find.BerichtId == retour);

    private static IEnumerable<string> OrderFaults(List<SampleOutcome> outcomes, IReadOnlyList<PostbusFind> postbussen) =>
        from afzender in outcomes.GroupBy(outcome => outcome.Afzender)
        let sent = afzender.Select(outcome => outcome.Answer.BerichtId).OfType<string>().ToList()
        from postbus in postbussen.GroupBy(find => find.Deelnemer)
        from fault in SampleJudgement.Order(sent, [.. postbus])
        select fault;

    private static IEnumerable<string> Unexpected(List<SampleOutcome> outcomes, IReadOnlyList<PostbusFind> postbussen) =>
        from find in postbussen
        where !outcomes.Exists(outcome => IsOf(find, outcome))
        select $"in de postbus van {find.Deelnemer.Name} lag een {find.Kind} die niemand stuurde";
}
