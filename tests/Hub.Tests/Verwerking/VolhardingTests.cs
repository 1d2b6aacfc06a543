using Hub.Queues;
using Hub.Verwerking;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Verwerking;

public class VolhardingTests
{
    private readonly FakeTimeProvider _tijd = new();
    private int _pogingen;

    [Fact]
    public async Task An_outage_that_passes_is_bridged()
    {
        await LaatLopenAsync(Doe(() => _pogingen < 4 ? throw new OpslagException(OpslagFout.Retry, "503") : Task.CompletedTask));

        Assert.Equal(4, _pogingen);
    }

    [Fact]
    public async Task An_outage_that_lasts_is_told_in_the_end()
    {
        await Assert.ThrowsAsync<QueueException>(() => LaatLopenAsync(Doe(() => throw new QueueException(QueueFailure.Retry, "weg"))));

        Assert.Equal(4, _pogingen);
    }

    [Fact]
    public async Task What_will_not_pass_is_told_at_once()
    {
        await Assert.ThrowsAsync<QueueException>(() => LaatLopenAsync(Doe(() => throw new QueueException(QueueFailure.NotFound, "weg"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => LaatLopenAsync(Doe(() => throw new InvalidOperationException())));

        Assert.Equal(2, _pogingen);
    }

    private Task Doe(Func<Task> werk) => new Volharding(_tijd).DoeAsync(
        () =>
        {
            _pogingen++;
            return werk();
        },
        TestContext.Current.CancellationToken);

    private async Task LaatLopenAsync(Task taak)
    {
        while (!taak.IsCompleted)
        {
            _tijd.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await taak;
    }
}
