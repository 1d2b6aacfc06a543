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

    public static TheoryData<string, int> Failures => new()
    {
        { "storage Retry", 4 },
        { "storage Conflict", 4 },
        { "storage NotFound", 1 },
        { "storage Unauthorized", 1 },
        { "queue Retry", 4 },
        { "queue Permanent", 1 },
        { "queue Unauthorized", 1 },
        { "queue TooLarge", 1 },
        { "queue NotFound", 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Only_what_may_pass_is_tried_again(string failure, int attempts)
    {
        var (kind, name) = (failure.Split(' ')[0], failure.Split(' ')[1]);
        Exception fault = kind == "storage" ? new OpslagException(Enum.Parse<OpslagFout>(name), "x") : new QueueException(Enum.Parse<QueueFailure>(name), "x");

        Assert.Same(fault, await Record.ExceptionAsync(() => LaatLopenAsync(Doe(() => Task.FromException(fault)))));

        Assert.Equal(attempts, _pogingen);
    }

    [Fact]
    public void The_table_holds_every_failure() =>
        Assert.Equal(Enum.GetValues<OpslagFout>().Length + Enum.GetValues<QueueFailure>().Length, Failures.Count);

    [Fact]
    public async Task Between_attempts_it_waits_1_5_and_20_seconds()
    {
        var begin = _tijd.GetUtcNow();
        var moments = new List<double>();
        await LaatLopenAsync(Doe(() =>
        {
            moments.Add((_tijd.GetUtcNow() - begin).TotalSeconds);
            return moments.Count < 4 ? Task.FromException(new OpslagException(OpslagFout.Retry, "503")) : Task.CompletedTask;
        }));

        Assert.Equal([0, 1, 6, 26], moments);
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
