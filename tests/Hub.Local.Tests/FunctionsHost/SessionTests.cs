using System.Collections.Concurrent;
using System.Text;
using Hub.Queues;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A serviceBusTrigger with isSessionsEnabled.</summary>
public sealed class SessionTests : IAsyncDisposable
{
    private readonly InProcessQueues _queues = new(TimeProvider.System);

    [Fact]
    public async Task Messages_of_a_session_are_handled_in_order_one_at_a_time_and_sessions_in_parallel()
    {
        var queue = _queues.Create("work", sessions: true);
        for (var number = 1; number <= 5; number++)
        {
            await SendAsync("a", $"a{number}");
            await SendAsync("b", $"b{number}");
        }

        var both = new CountdownEvent(2);
        var bothInside = new TaskCompletionSource();
        var inside = new Dictionary<char, int> { ['a'] = 0, ['b'] = 0 };
        var handled = new List<string>();
        var overlaps = 0;
        await using var host = await StartAsync(async call =>
        {
            var session = call.Message[0];
            lock (handled)
            {
                if (++inside[session] > 1)
                    overlaps++;
                if (call.Message is "a1" or "b1" && both.Signal())
                    bothInside.TrySetResult();
            }

            await Patience.Within(bothInside.Task);
            lock (handled)
            {
                handled.Add(call.Message);
                inside[session]--;
            }

            return new Instruction();
        });

        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(0, overlaps);
        Assert.Equal(["a1", "a2", "a3", "a4", "a5"], handled.Where(message => message[0] == 'a'));
        Assert.Equal(["b1", "b2", "b3", "b4", "b5"], handled.Where(message => message[0] == 'b'));
    }

    [Fact]
    public async Task No_more_sessions_are_handled_at_once_than_maxConcurrentSessions()
    {
        var queue = _queues.Create("work", sessions: true);
        foreach (var session in (string[])["a", "b", "c", "d"])
            await SendAsync(session, session);
        var inside = 0;
        var most = 0;
        await using var host = await StartAsync(
            call =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                Interlocked.Decrement(ref inside);
                return Task.FromResult(new Instruction());
            },
            """{ "maxConcurrentSessions": 1 }""");
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(1, most);
        Assert.Equal(4, queue.SessionsAccepted);
    }

    [Fact]
    public async Task A_failed_message_comes_back_before_the_next_of_its_session()
    {
        var queue = _queues.Create("work", sessions: true);
        await SendAsync("a", "a1");
        await SendAsync("a", "a2");
        var seen = new List<(string, string)>();
        await using var host = await StartAsync(call =>
        {
            var deliveries = call.Metadata.GetProperty("DeliveryCount").GetString()!;
            seen.Add((call.Message, deliveries));
            return Task.FromResult(new Instruction(Status: call.Message == "a1" && deliveries == "1" ? 500 : 200));
        });
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal([("a1", "1"), ("a1", "2"), ("a2", "1")], seen);
    }

    [Fact]
    public async Task An_idle_session_is_released_so_that_another_receiver_gets_it()
    {
        var queue = _queues.Create("work", sessions: true);
        await SendAsync("a", "a1");
        await using var host = await StartAsync(_ => Task.FromResult(new Instruction()));
        await _queues.WhenEmptyAsync(queue);
        await _queues.WhenAsync(() => !queue.LockEnds.Any());
        await SendAsync("a", "a2");
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(2, queue.SessionsAccepted);
    }

    [Fact]
    public async Task The_session_lock_is_renewed_while_the_handler_works()
    {
        var queue = _queues.Create("work", sessions: true, lockDuration: TimeSpan.FromSeconds(8));
        await SendAsync("a", "a1");
        var calls = 0;
        await using var host = await StartAsync(async call =>
        {
            Interlocked.Increment(ref calls);
            await _queues.WhenAsync(() => queue.Renewals >= 2);
            return new Instruction();
        });
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task After_maxAutoLockRenewalDuration_the_lock_is_lost_and_the_message_comes_back()
    {
        var queue = _queues.Create("work", sessions: true, lockDuration: TimeSpan.FromSeconds(1));
        await SendAsync("a", "a1");
        var calls = 0;
        await using var host = await StartAsync(
            async call =>
            {
                if (Interlocked.Increment(ref calls) == 1)
                    await _queues.WhenAsync(() => !queue.LockEnds.Any() || queue.SessionsAccepted > 1);
                return new Instruction();
            },
            """{ "maxAutoLockRenewalDuration": "00:00:00" }""");
        await _queues.WhenEmptyAsync(queue);
        await host.Log.WaitForAsync(line => line.Text.Contains("was lost", StringComparison.Ordinal));
        Assert.True(calls >= 2);
        Assert.Equal(0, queue.Renewals);
    }

    [Fact]
    public async Task When_the_handler_is_killed_again_and_again_nothing_is_lost_and_every_session_keeps_its_order()
    {
        const int perSession = 10;
        var sessions = Enumerable.Range('a', 8).Select(letter => $"{(char)letter}").ToList();
        var queue = _queues.Create("work", sessions: true);
        for (var number = 0; number < perSession; number++)
        {
            foreach (var session in sessions)
                await SendAsync(session, $"{session}{number}");
        }

        var attempts = new ConcurrentQueue<string>();
        var calls = 0;
        await using var host = await StartAsync(call =>
        {
            attempts.Enqueue(call.Message);
            return Task.FromResult(new Instruction(Exit: Interlocked.Increment(ref calls) is 15 or 40 or 65 ? 9 : null));
        });
        await _queues.WhenEmptyAsync(queue);
        Assert.Empty(queue.DeadLetters);
        // A dying process may still be told to die a second time.
        Assert.InRange(host.Host.HandlerStarts, 2, 4);
        foreach (var session in sessions)
        {
            var firsts = attempts.Where(message => message.StartsWith(session, StringComparison.Ordinal)).Distinct();
            Assert.Equal(Enumerable.Range(0, perSession).Select(number => $"{session}{number}"), firsts);
        }
    }

    public ValueTask DisposeAsync() => _queues.DisposeAsync();

    private Task SendAsync(string session, string body) =>
        _queues.SendAsync(
            "work",
            new QueueMessage { MessageId = body, SessionId = session, Body = Encoding.UTF8.GetBytes(body) },
            TestContext.Current.CancellationToken);

    private Task<HostUnderTest> StartAsync(Func<HandlerCall, Task<Instruction>> onCall, string serviceBus = "{}") =>
        HostUnderTest.StartAsync(
            new AppFolder(AppFolder.HostJson(serviceBus: serviceBus)).With("Work", AppFolder.Sessions),
            _queues,
            options => options with { SessionIdleTimeout = TimeSpan.FromMilliseconds(100) },
            onCall);
}
