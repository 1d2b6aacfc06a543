using RegionYear;

namespace EndToEnd.Storingen;

/// <summary>The short form of the run with faults in tests/RegionYear.</summary>
public sealed class StoringTests
{
    [Fact]
    public async Task With_everything_going_wrong_register_archive_answers_and_postbussen_end_as_without()
    {
        var uitslag = await Storingsproef.LoopAsync(new Regio(2, 2, 12, 2), seed: 3, rondes: 3, _ => { }, TestContext.Current.CancellationToken);

        Assert.Empty(uitslag.Verschillen);
        Assert.True(uitslag is { Berichten: > 30, Gedood: > 0, Herhaald: > 0 }, $"{uitslag}");
    }
}
