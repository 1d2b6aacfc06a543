using System.Collections.Concurrent;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The triggers when the worker's process is killed.</summary>
public sealed class BrokerTests
{
    [Fact]
    public async Task When_the_worker_is_killed_nothing_is_lost_and_every_session_keeps_its_order()
    {
        const int perSession = 10;
        string[] sessions = ["a", "b", "c", "d"];
        await using var broker = await Broker.StartAsync(sessions: true);
        for (var number = 0; number < perSession; number++)
        {
            foreach (var session in sessions)
            {
                await broker.SendAsync($"{session}{number}", session);
            }
        }

        var handled = new ConcurrentQueue<string>();
        var all = new TaskCompletionSource();
        var calls = 0;
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Work", AppFolder.Sessions),
            broker,
            onCall: call =>
            {
                if (call.Function != "Work")
                {
                    return Task.FromResult(new Instruction());
                }
                var exit = Interlocked.Increment(ref calls) is 7 or 21;
                if (!exit)
                {
                    handled.Enqueue(call.Body);
                }
                if (handled.Distinct().Count() == sessions.Length * perSession)
                {
                    all.TrySetResult();
                }
                return Task.FromResult(new Instruction(Exit: exit ? 9 : null));
            }
        );
        await Patience.Within(all.Task);
        foreach (var session in sessions)
        {
            Assert.Equal(
                Enumerable.Range(0, perSession).Select(number => $"{session}{number}"),
                handled.Where(message => message.StartsWith(session, StringComparison.Ordinal)).Distinct()
            );
        }
    }
}
