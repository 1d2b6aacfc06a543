using Hub.Local.Progress;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Local.Tests.Starting;

public sealed class StepsTests
{
    [Fact]
    public async Task A_step_is_said_when_it_begins_while_it_lasts_and_when_it_is_done()
    {
        var time = new FakeTimeProvider();
        var told = new List<string>();
        var reminded = new TaskCompletionSource();
        var work = new TaskCompletionSource<int>();
        var running = new Steps(Tell, time).RunAsync("Azurite installeren", () => work.Task);
        Assert.Equal(["Azurite installeren…"], told);

        time.Advance(TimeSpan.FromSeconds(15));
        await Patience.Within(reminded.Task);
        time.Advance(TimeSpan.FromSeconds(1.5));
        work.SetResult(7);

        Assert.Equal(7, await Patience.Within(running));
        Assert.Equal(["Azurite installeren…", "  nog bezig, 15,0 s", "  klaar in 16,5 s"], told);

        void Tell(string line)
        {
            told.Add(line);
            if (told.Count == 2)
            {
                reminded.SetResult();
            }
        }
    }

    [Fact]
    public async Task A_step_that_fails_fails_as_it_did()
    {
        var told = new List<string>();

        await Assert.ThrowsAsync<StartException>(() =>
            new Steps(told.Add, TimeProvider.System).RunAsync("Azurite starten", () => Task.FromException<int>(new StartException("Nee.")))
        );

        Assert.Equal(["Azurite starten…"], told);
    }
}
