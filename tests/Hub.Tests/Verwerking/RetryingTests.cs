using Hub.Queues;
using Hub.Verwerking;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Verwerking;

public class RetryingTests
{
    private readonly FakeTimeProvider _time = new();
    private int _attempts;

    [Fact]
    public async Task An_outage_that_passes_is_bridged()
    {
        await LetRunAsync(Act(() => _attempts < 4 ? throw new StorageException(StorageFault.Retry, "503") : Task.CompletedTask));

        Assert.Equal(4, _attempts);
    }

    [Fact]
    public async Task An_outage_that_lasts_is_told_in_the_end()
    {
        await Assert.ThrowsAsync<QueueException>(() => LetRunAsync(Act(() => throw new QueueException(QueueFailure.Retry, "weg"))));

        Assert.Equal(4, _attempts);
    }

    public static TheoryData<string, int> Failures =>
        new()
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
        Exception fault =
            kind == "storage"
                ? new StorageException(Enum.Parse<StorageFault>(name), "x")
                : new QueueException(Enum.Parse<QueueFailure>(name), "x");

        Assert.Same(fault, await Record.ExceptionAsync(() => LetRunAsync(Act(() => Task.FromException(fault)))));

        Assert.Equal(attempts, _attempts);
    }

    [Fact]
    public void The_table_holds_every_failure() =>
        Assert.Equal(Enum.GetValues<StorageFault>().Length + Enum.GetValues<QueueFailure>().Length, Failures.Count);

    [Fact]
    public async Task Between_attempts_it_waits_1_5_and_20_seconds()
    {
        var begin = _time.GetUtcNow();
        var moments = new List<double>();
        await LetRunAsync(
            Act(() =>
            {
                moments.Add((_time.GetUtcNow() - begin).TotalSeconds);
                return moments.Count < 4 ? Task.FromException(new StorageException(StorageFault.Retry, "503")) : Task.CompletedTask;
            })
        );

        Assert.Equal([0, 1, 6, 26], moments);
    }

    [Fact]
    public async Task What_will_not_pass_is_told_at_once()
    {
        await Assert.ThrowsAsync<QueueException>(() => LetRunAsync(Act(() => throw new QueueException(QueueFailure.NotFound, "weg"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => LetRunAsync(Act(() => throw new InvalidOperationException())));

        Assert.Equal(2, _attempts);
    }

    private Task Act(Func<Task> work) =>
        new Retrying(_time).DoAsync(
            () =>
            {
                _attempts++;
                return work();
            },
            TestContext.Current.CancellationToken
        );

    private async Task LetRunAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await task;
    }
}
