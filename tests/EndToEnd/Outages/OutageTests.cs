using RegionYear;

namespace EndToEnd.Outages;

/// <summary>The short form of the run with faults in tests/RegionYear.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task With_everything_going_wrong_register_archive_answers_and_postbussen_end_as_without()
    {
        var outcome = await OutageTrial.LoopAsync(
            new Region(2, 2, 12, 2),
            seed: 3,
            rounds: 3,
            _ => { },
            TestContext.Current.CancellationToken
        );

        Assert.Empty(outcome.Differences);
        Assert.True(outcome is { Berichten: > 30, Killed: > 0, Repeated: > 0 }, $"{outcome}");
    }
}
