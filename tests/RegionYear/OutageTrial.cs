namespace RegionYear;

/// <summary>What a run with faults came to, beside one without.</summary>
/// <param name="Berichten">Berichten sent in each.</param>
/// <param name="Differences">What is in one and not in the other, register, berichten, archive and postbussen; none when all is
/// well.</param>
/// <param name="Killed">How often the app was killed.</param>
/// <param name="Interrupted">How often the storage was stopped and started.</param>
/// <param name="Repeated">How many pieces of work were delivered once more.</param>
internal sealed record OutageOutcome(int Berichten, IReadOnlyList<string> Differences, int Killed, int Interrupted, int Repeated);

/// <summary>The same months twice: once undisturbed, once with all that can go wrong. Both must end the same.</summary>
internal static class OutageTrial
{
    /// <param name="region">What is sent, between whom.</param>
    /// <param name="seed">Which choices chance makes.</param>
    /// <param name="rounds">How often the app is killed or the storage stopped.</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<OutageOutcome> LoopAsync(
        Region region,
        int seed,
        int rounds,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var (quiet, without, _) = await OneAsync(region, null, 0, report, cancellation);
        var (disturbed, with, outage) = await OneAsync(region, seed, rounds, report, cancellation);
        var differences = without
            .Except(with)
            .Select(rule => "alleen zonder storing: " + rule)
            .Concat(with.Except(without).Select(rule => "alleen met storing: " + rule))
            .Concat(
                quiet.Duplicate + disturbed.Duplicate > 0 ? [$"dubbel in een postbus: {quiet.Duplicate} en {disturbed.Duplicate}"] : []
            );
        return new OutageOutcome(quiet.Berichten, [.. differences], outage!.Killed, outage.Interrupted, outage.Repeated);
    }

    private static async Task<(YearOutcome Outcome, List<string> Image, Outage? Outage)> OneAsync(
        Region region,
        int? seed,
        int rounds,
        Action<string> report,
        CancellationToken cancellation
    )
    {
        await using var trial = await TrialRegion.StartAsync(region, inMemory: false, cancellation);
        var outage = seed is { } chosen ? new Outage(trial, chosen, rounds) : null;
        outage?.Begin();
        // Another order of the pairs too: nothing may hang on who comes first.
        var outcome = await new YearRun(trial.Environment, report, outage is null ? null : outage.DeliverTwiceAsync).LoopAsync(
            new Year(region, reversed: outage is not null),
            async () => await (outage?.DisposeAsync() ?? ValueTask.CompletedTask),
            cancellation
        );
        List<string> image = [.. await Snapshot.MakeAsync(trial.Environment, cancellation), .. Postbussen(outcome)];
        return (outcome, image, outage);
    }

    /// <summary>What came in each postbus of each pair, numbered: berichten of one pair come in order.</summary>
    private static IEnumerable<string> Postbussen(YearOutcome outcome) =>
        from postbus in outcome.Postbussen
        from pair in postbus.Value.GroupBy(rule => rule.Split(' ')[0])
        from rule in pair.Index()
        select $"postbus {postbus.Key} {rule.Index} {rule.Item}";
}
