using EndToEnd.Samples;
using Hub.Deelnemers;
using HubVolume;

namespace EndToEnd.Volume;

/// <summary>The short form of the run in tests/HubVolume.</summary>
[Collection(nameof(SamplesCollection))]
public sealed class VolumeTests(SamplesRun run)
{
    [Fact]
    public async Task Many_distinct_berichten_from_all_pairs_each_come_out_of_a_postbus_once()
    {
        var source = new BerichtSource(run.Environment.Deelnemers);
        var count = source.Pairs * BerichtSource.Kinds.Count;
        using var runThrough = new VolumeRun(run.Environment, run.Otlp, _ => { });
        var outcome = await runThrough.LoopAsync(count, step: count / 3, TestContext.Current.CancellationToken);

        Assert.Equal((count, count, 0, 0), (outcome.Accepted, outcome.Delivered, outcome.Duplicate, outcome.Restarts));
        Assert.Equal(4, outcome.Measurements.Count);
        Assert.All(
            outcome.Measurements,
            measurement => Assert.True(measurement is { App: > 0, AppHeap: > 0, Azurite: > 0 }, $"{measurement}")
        );
        var gemeenten = run.Environment.Deelnemers.All.Count(deelnemer => deelnemer.Kind == DeelnemerKind.Gemeente);
        Assert.Equal(gemeenten * (run.Environment.Deelnemers.All.Count - gemeenten), source.Pairs);
    }
}
