using System.Collections.Concurrent;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A serviceBusTrigger with isSessionsEnabled.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Messages_of_a_session_are_handled_in_order_one_at_a_time_and_sessions_in_parallel()
    {
        await using var broker = await Broker.StartAsync(sessions: true);
        for (var number = 1; number <= 5; number++)
        {
            await broker.SendAsync($"a{number}", "a");
            await broker.SendAsync($"b{number}", "b");
        }

        var both = new CountdownEvent(2);
        var bothInside = new TaskCompletionSource();
        var inside = new Dictionary<char, int> { ['a'] = 0, ['b'] = 0 };
        var handled = new List<string>();
        var overlaps = 0;
        await using var host = await StartAsync(
            broker,
            async call =>
            {
                var session = call.Body[0];
                lock (handled)
                {
                    if (++inside[session] > 1)
                    {
                        overlaps++;
                    }
                    if (call.Body is "a1" or "b1" && both.Signal())
                    {
                        bothInside.TrySetResult();
                    }
                }

                await Patience.Within(bothInside.Task);
                lock (handled)
                {
                    handled.Add(call.Body);
                    inside[session]--;
                }

                return new Instruction();
            }
        );

        await broker.WhenEmptyAsync();
        Assert.Equal(0, overlaps);
        Assert.Equal(["a1", "a2", "a3", "a4", "a5"], handled.Where(message => message[0] == 'a'));
        Assert.Equal(["b1", "b2", "b3", "b4", "b5"], handled.Where(message => message[0] == 'b'));
    }

    [Fact]
    public async Task No_more_sessions_are_handled_at_once_than_maxConcurrentSessions()
    {
        await using var broker = await Broker.StartAsync(sessions: true);
        foreach (var session in (string[])["a", "b", "c", "d"])
        {
            await broker.SendAsync(session, session);
        }
        var inside = 0;
        var most = 0;
        await using var host = await StartAsync(
            broker,
            call =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                Interlocked.Decrement(ref inside);
                return Task.FromResult(new Instruction());
            },
            """{ "maxConcurrentSessions": 1 }"""
        );
        await broker.WhenEmptyAsync();
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_failed_message_comes_back_before_the_next_of_its_session()
    {
        await using var broker = await Broker.StartAsync(sessions: true);
        await broker.SendAsync("a1", "a");
        await broker.SendAsync("a2", "a");
        var seen = new List<(string, string)>();
        await using var host = await StartAsync(
            broker,
            call =>
            {
                var deliveries = call.Metadata("DeliveryCount")!;
                seen.Add((call.Body, deliveries));
                return Task.FromResult(new Instruction(Fail: call.Body == "a1" && deliveries == "1"));
            }
        );
        await broker.WhenEmptyAsync();
        Assert.Equal([("a1", "1"), ("a1", "2"), ("a2", "1")], seen);
    }

    [Fact]
    public async Task An_idle_session_is_released_so_that_another_receiver_gets_it()
    {
        await using var broker = await Broker.StartAsync(sessions: true);
        await broker.SendAsync("a1", "a");
        await using var host = await StartAsync(broker, _ => Task.FromResult(new Instruction()));
        await broker.WhenEmptyAsync();
        await broker.SendAsync("b1", "b");
        await broker.WhenEmptyAsync();
        Assert.Equal(["a1", "b1"], [(await host.Control.NextAsync("Work")).Body, (await host.Control.NextAsync("Work")).Body]);
    }

    [Fact]
    public async Task The_session_lock_is_renewed_while_the_function_works()
    {
        await using var broker = await Broker.StartAsync(sessions: true, lockDuration: TimeSpan.FromSeconds(5));
        await broker.SendAsync("a1", "a");
        var calls = 0;
        await using var host = await StartAsync(
            broker,
            async call =>
            {
                if (call.Function == "Work")
                {
                    Interlocked.Increment(ref calls);
                    await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
                }

                return new Instruction();
            }
        );
        await broker.WhenEmptyAsync();
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Without_renewal_the_lock_is_lost_and_the_message_comes_back()
    {
        await using var broker = await Broker.StartAsync(sessions: true, lockDuration: TimeSpan.FromSeconds(5));
        await broker.SendAsync("a1", "a");
        var again = new TaskCompletionSource();
        var calls = 0;
        await using var host = await StartAsync(
            broker,
            async call =>
            {
                if (call.Function != "Work")
                {
                    return new Instruction();
                }
                if (Interlocked.Increment(ref calls) == 1)
                {
                    await Patience.Within(again.Task);
                }
                else
                {
                    again.TrySetResult();
                }
                return new Instruction();
            },
            """{ "maxAutoLockRenewalDuration": "00:00:00", "maxConcurrentSessions": 2 }"""
        );
        await broker.WhenEmptyAsync();
        await host.Log.WaitForAsync(line => line.Text.Contains("was lost", StringComparison.Ordinal));
        Assert.True(calls >= 2);
    }

    [Fact]
    public async Task When_the_worker_is_killed_again_and_again_nothing_is_lost_and_every_session_keeps_its_order()
    {
        const int perSession = 10;
        var sessions = Enumerable.Range('a', 8).Select(letter => $"{(char)letter}").ToList();
        await using var broker = await Broker.StartAsync(sessions: true);
        for (var number = 0; number < perSession; number++)
        {
            foreach (var session in sessions)
            {
                await broker.SendAsync($"{session}{number}", session);
            }
        }

        var attempts = new ConcurrentQueue<string>();
        var calls = 0;
        await using var host = await StartAsync(
            broker,
            call =>
            {
                if (call.Function != "Work")
                {
                    return Task.FromResult(new Instruction());
                }
                attempts.Enqueue(call.Body);
                return Task.FromResult(new Instruction(Exit: Interlocked.Increment(ref calls) is 15 or 40 or 65 ? 9 : null));
            },
            failureLimit: 10
        );
        await broker.WhenEmptyAsync();
        Assert.Equal(0, await broker.DeadLettersAsync());
        // A dying process may still be told to die a second time.
        Assert.InRange(host.Host.WorkerStarts, 2, 4);
        foreach (var session in sessions)
        {
            var firsts = attempts.Where(message => message.StartsWith(session, StringComparison.Ordinal)).Distinct();
            Assert.Equal(Enumerable.Range(0, perSession).Select(number => $"{session}{number}"), firsts);
        }
    }

    private static Task<HostUnderTest> StartAsync(
        Broker broker,
        Func<WorkerCall, Task<Instruction>> onCall,
        string serviceBus = "{}",
        int failureLimit = 3
    ) =>
        HostUnderTest.StartAsync(
            new AppFolder(AppFolder.HostJson(serviceBus: serviceBus)).With("Work", AppFolder.Sessions),
            broker,
            options => options with { WorkerFailureLimit = failureLimit },
            onCall
        );
}
