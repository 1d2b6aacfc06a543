using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using static ServiceBusEmulator.Tests.DotNet.Bench;

namespace ServiceBusEmulator.Tests.DotNet;

internal static class SessionCases
{
    public static readonly Dictionary<string, Case> All = new()
    {
        ["a session gives its messages in order"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1", "2");
                await bench.SendToAsync("B", "10");
                await bench.SendToAsync("A", "3");
                var session = await bench.AcceptAsync("A");
                Assert.Equal("A", session.SessionId);
                Assert.True(session.SessionLockedUntil > Now);
                var got = await ReceiveAsync(session, 3);
                Assert.Equal(["1", "2", "3"], Texts(got));
                foreach (var message in got)
                {
                    await session.CompleteMessageAsync(message);
                }
                await NothingComesAsync(session);
            }
        ),
        ["a session has one holder"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                var holder = await bench.AcceptAsync("A");
                await FailsWithAsync(ServiceBusFailureReason.SessionCannotBeLocked, () => bench.AcceptAsync("A"));
                await holder.CloseAsync();
                Assert.Equal(1, (await ReceiveOneAsync(await bench.AcceptAsync("A"))).DeliveryCount);
            }
        ),
        ["messages sent while a session is held go to its holder"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                var session = await bench.AcceptNextAsync();
                Assert.Equal("1", Text(await ReceiveOneAsync(session)));
                await bench.SendToAsync("A", "2");
                Assert.Equal("2", Text(await ReceiveOneAsync(session)));
            }
        ),
        ["the next session is one that nobody holds"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                await bench.SendToAsync("B", "2");
                Assert.Equal(
                    ["A", "B"],
                    new[] { (await bench.AcceptNextAsync()).SessionId, (await bench.AcceptNextAsync()).SessionId }.Order()
                );
            }
        ),
        ["waiting for the next session ends when one comes"] = new(
            "sessions",
            async bench =>
            {
                var waiting = bench.AcceptNextAsync();
                await bench.SendToAsync("late", "1");
                Assert.Equal("late", (await waiting).SessionId);
            }
        ),
        ["waiting for the next session ends in time"] = new(
            "sessions",
            bench =>
                FailsWithAsync(ServiceBusFailureReason.ServiceTimeout, () => bench.NewHastyClient().AcceptNextSessionAsync(bench.Queue))
        ),
        ["a wait for a session that is cancelled holds none"] = new(
            "sessions",
            async bench =>
            {
                using var stop = new CancellationTokenSource(Briefly);
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                    bench.Client.AcceptNextSessionAsync(bench.Queue, cancellationToken: stop.Token)
                );
                await bench.SendToAsync("A", "1");
                Assert.Equal("1", Text(await ReceiveOneAsync(await bench.AcceptNextAsync())));
            }
        ),
        ["refusals in quick succession leave the connection open"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                var session = await bench.AcceptAsync("A");
                for (var i = 0; i < 50; i++)
                {
                    await FailsWithAsync(ServiceBusFailureReason.SessionCannotBeLocked, () => bench.AcceptAsync("A"));
                }
                await session.CompleteMessageAsync(await ReceiveOneAsync(session));
            }
        ),
        ["a session remembers its state"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                var first = await bench.AcceptAsync("A");
                Assert.Null(await first.GetSessionStateAsync());
                await first.SetSessionStateAsync(new BinaryData("halfway"));
                await first.CloseAsync();
                Assert.Equal("halfway", (await (await bench.AcceptAsync("A")).GetSessionStateAsync()).ToString());
            }
        ),
        ["lists the sessions that have messages or state, or whose state was set after a time"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("messages", "1");
                var older = await bench.AcceptAsync("older");
                await older.SetSessionStateAsync(new BinaryData("x"));
                await Task.Delay(50);
                var between = Now;
                await Task.Delay(50);
                var newer = await bench.AcceptAsync("newer");
                await newer.SetSessionStateAsync(new BinaryData("x"));
                await bench.AcceptAsync("empty");
                Assert.Equal(["messages", "newer", "older"], await bench.Client.GetMessageSessionsAsync(bench.Queue).Order().ToListAsync());
                Assert.Equal(["newer"], await bench.Client.GetMessageSessionsAsync(bench.Queue, between).ToListAsync());
            }
        ),
        ["renews a session lock"] = new(
            "brief-sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                var session = await bench.AcceptAsync("A");
                var message = await ReceiveOneAsync(session);
                for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(2.5); await Task.Delay(300))
                {
                    await session.RenewSessionLockAsync();
                    Assert.True(session.SessionLockedUntil > Now);
                }

                await session.CompleteMessageAsync(message);
            }
        ),
        ["a session lock that ran out is SessionLockLost, and the message comes again"] = new(
            "brief-sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                var session = await bench.AcceptAsync("A");
                var message = await ReceiveOneAsync(session);
                await Task.Delay(1500);
                // The SDK closes the receiver when it hears that its link ended, and says so of every later call.
                var lost = await Record.ExceptionAsync(() => session.CompleteMessageAsync(message));
                Assert.True(
                    lost is ObjectDisposedException or ServiceBusException { Reason: ServiceBusFailureReason.SessionLockLost },
                    $"{lost}"
                );
                Assert.Equal(2, (await ReceiveOneAsync(await bench.AcceptAsync("A"))).DeliveryCount);
            }
        ),
        ["peeks in a session"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                await bench.SendToAsync("B", "2");
                await bench.SendToAsync("A", "3");
                Assert.Equal(["1", "3"], Texts(await (await bench.AcceptAsync("A")).PeekMessagesAsync(10)));
            }
        ),
        ["peeks over all sessions without holding one"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1");
                await bench.SendToAsync("B", "2");
                await ReceiveOneAsync(await bench.AcceptAsync("A"));
                Assert.Equal(["1", "2"], Texts(await bench.Receiver().PeekMessagesAsync(10)));
            }
        ),
        ["an empty receive leaves the session held"] = new(
            "sessions",
            async bench =>
            {
                var session = await bench.AcceptAsync("A");
                await NothingComesAsync(session);
                await NothingComesAsync(session);
                await bench.SendToAsync("A", "1");
                await session.CompleteMessageAsync(await ReceiveOneAsync(session));
            }
        ),
        ["a receive that ends just as messages come does not stand still"] = new(
            "sessions",
            async bench =>
            {
                // The SDK drains a session's link after a receive in vain: here the credit goes into a message first, while more wait.
                var session = await bench.AcceptAsync("A");
                var sending = Task.Run(async () =>
                {
                    for (var i = 0; i < 300; i++)
                    {
                        await bench.SendToAsync("A", $"{i}", $"{i}+");
                    }
                });
                var clock = Stopwatch.StartNew();
                for (var got = 0; got < 600; )
                {
                    if (await session.ReceiveMessageAsync(TimeSpan.FromMilliseconds(1)) is not { } message)
                    {
                        continue;
                    }
                    await session.CompleteMessageAsync(message);
                    got++;
                }

                await sending;
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(45), $"took {clock.Elapsed}");
            }
        ),
        ["a session can be subscribed to"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1", "2", "3");
                var seen = new List<string>();
                await ProcessorCases.ProcessSessionsAsync(
                    bench,
                    new ServiceBusSessionProcessorOptions { SessionIds = { "A" } },
                    3,
                    args =>
                    {
                        seen.Add(Text(args.Message));
                        return Task.CompletedTask;
                    }
                );
                Assert.Equal(["1", "2", "3"], seen);
            }
        ),
        ["abandon in a session keeps the order"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1", "2");
                var session = await bench.AcceptAsync("A");
                await session.AbandonMessageAsync(await ReceiveOneAsync(session));
                Assert.Equal(["1", "2"], Texts(await ReceiveAsync(session, 2)));
            }
        ),
        ["dead-letters from a session, and the dead-letter queue has no sessions"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "bad");
                var session = await bench.AcceptAsync("A");
                await session.DeadLetterMessageAsync(await ReceiveOneAsync(session), "why");
                var dead = bench.DeadLetters();
                var message = await ReceiveOneAsync(dead);
                Assert.Equal(("A", "why"), (message.SessionId, message.DeadLetterReason));
                await dead.CompleteMessageAsync(message);
            }
        ),
        ["defers in a session"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1", "2");
                var session = await bench.AcceptAsync("A");
                var message = await ReceiveOneAsync(session);
                await session.DeferMessageAsync(message);
                Assert.Equal("2", Text(await ReceiveOneAsync(session)));
                await session.CompleteMessageAsync(await session.ReceiveDeferredMessageAsync(message.SequenceNumber));
            }
        ),
        ["a message without a session id is refused"] = new(
            "sessions",
            bench => Assert.ThrowsAsync<InvalidOperationException>(() => bench.SendAsync("x"))
        ),
        ["a plain receiver is refused on a queue with sessions"] = new(
            "sessions",
            bench => Assert.ThrowsAsync<InvalidOperationException>(() => bench.Receiver().ReceiveMessageAsync(Soon))
        ),
        ["a session receiver is refused on a plain queue"] = new(
            "plain",
            bench => Assert.ThrowsAsync<InvalidOperationException>(() => bench.AcceptAsync("A"))
        ),
        ["refuses a session that several hold as not implemented"] = new(
            "sessions",
            async bench =>
            {
                var shared = new ServiceBusSessionReceiverOptions { EnableNonExclusiveSession = true };
                await Assert.ThrowsAsync<NotSupportedException>(() => bench.Client.AcceptSessionAsync(bench.Queue, "A", shared));
            }
        ),
        ["a closed session gives back what was not settled, without counting it [doc]"] = new(
            "sessions",
            async bench =>
            {
                await bench.SendToAsync("A", "1", "2");
                var first = await bench.AcceptAsync("A");
                Assert.Equal("1", Text(await ReceiveOneAsync(first)));
                await first.CloseAsync();
                var again = await ReceiveAsync(await bench.AcceptAsync("A"), 2);
                Assert.Equal([("1", 1), ("2", 1)], again.Select(message => (Text(message), message.DeliveryCount)));
            }
        ),
    };
}
