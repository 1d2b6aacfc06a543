using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using static ServiceBusEmulator.Tests.DotNet.Bench;

namespace ServiceBusEmulator.Tests.DotNet;

internal static class SettleCases
{
    public static readonly Dictionary<string, Case> All = new()
    {
        ["abandon delivers again, counts and changes properties"] = new(
            "plain",
            async bench =>
            {
                var message = new ServiceBusMessage("x");
                message.ApplicationProperties["kept"] = 1;
                message.ApplicationProperties["changed"] = "old";
                await bench.Sender.SendMessageAsync(message);
                var receiver = bench.Receiver();
                await receiver.AbandonMessageAsync(
                    await ReceiveOneAsync(receiver),
                    new Dictionary<string, object> { ["changed"] = "new", ["added"] = true }
                );
                var again = await ReceiveOneAsync(receiver);
                Assert.Equal(2, again.DeliveryCount);
                Assert.Equal(
                    (1, "new", true),
                    (again.ApplicationProperties["kept"], again.ApplicationProperties["changed"], again.ApplicationProperties["added"])
                );
                await receiver.CompleteMessageAsync(again);
            }
        ),
        ["abandoned messages keep their place"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("1", "2");
                var receiver = bench.Receiver();
                await receiver.AbandonMessageAsync(await ReceiveOneAsync(receiver));
                Assert.Equal(["1", "2"], Texts(await ReceiveAsync(receiver, 2)));
            }
        ),
        ["defers and receives by number"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("later");
                var receiver = bench.Receiver();
                var message = await ReceiveOneAsync(receiver);
                await receiver.DeferMessageAsync(message);
                await NothingComesAsync(receiver);
                var deferred = await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
                Assert.Equal(("later", ServiceBusMessageState.Deferred), (Text(deferred), deferred.State));
                await receiver.CompleteMessageAsync(deferred);
                await FailsWithAsync(
                    ServiceBusFailureReason.MessageNotFound,
                    () => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber)
                );
            }
        ),
        ["dead-letters with reason, description and properties"] = new(
            "plain",
            async bench =>
            {
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("bad") { MessageId = "d" });
                var receiver = bench.Receiver();
                await receiver.DeadLetterMessageAsync(
                    await ReceiveOneAsync(receiver),
                    new Dictionary<string, object> { ["extra"] = "e" },
                    "why",
                    "because"
                );
                await NothingComesAsync(receiver);
                var dead = bench.DeadLetters();
                var message = await ReceiveOneAsync(dead);
                Assert.Equal(("why", "because", "d"), (message.DeadLetterReason, message.DeadLetterErrorDescription, message.MessageId));
                Assert.Equal("e", message.ApplicationProperties["extra"]);
                // Set where a dead letter was forwarded to another queue, which nothing does here.
                Assert.Null(message.DeadLetterSource);
                await dead.CompleteMessageAsync(message);
                await NothingComesAsync(dead);
            }
        ),
        ["a dead letter is not dead-lettered again [doc]"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("bad");
                var receiver = bench.Receiver();
                await receiver.DeadLetterMessageAsync(await ReceiveOneAsync(receiver), "first");
                var dead = bench.DeadLetters();
                var message = await ReceiveOneAsync(dead);
                await Assert.ThrowsAsync<InvalidOperationException>(() => dead.DeadLetterMessageAsync(message, "second"));
                // It is still held: whoever was refused can settle it otherwise.
                await dead.AbandonMessageAsync(message);
                var again = await ReceiveOneAsync(dead);
                Assert.Equal("first", again.DeadLetterReason);
                await dead.CompleteMessageAsync(again);
            }
        ),
        ["refuses a transfer dead-letter queue as not implemented, since it forwards nothing"] = new(
            "plain",
            async bench =>
            {
                var receiver = bench.Receiver(new ServiceBusReceiverOptions { SubQueue = SubQueue.TransferDeadLetter });
                var refused = await Assert.ThrowsAsync<NotSupportedException>(() => receiver.ReceiveMessageAsync(Soon));
                Assert.Contains("no transfer dead-letter queue", refused.Message, StringComparison.Ordinal);
            }
        ),
        ["parks a message after MaxDeliveryCount"] = new(
            "parked",
            async bench =>
            {
                await bench.SendAsync("poison");
                var receiver = bench.Receiver();
                for (var i = 0; i < 3; i++)
                {
                    await receiver.AbandonMessageAsync(await ReceiveOneAsync(receiver));
                }
                await NothingComesAsync(receiver);
                var parked = await ReceiveOneAsync(bench.DeadLetters());
                Assert.Equal(("poison", "MaxDeliveryCountExceeded"), (Text(parked), parked.DeadLetterReason));
            }
        ),
        ["a lock that ran out delivers again, and completing late is MessageLockLost"] = new(
            "brief",
            async bench =>
            {
                await bench.SendAsync("x");
                var receiver = bench.Receiver();
                var first = await ReceiveOneAsync(receiver);
                var again = await ReceiveOneAsync(receiver);
                Assert.Equal(2, again.DeliveryCount);
                await FailsWithAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.CompleteMessageAsync(first));
                await receiver.CompleteMessageAsync(again);
            }
        ),
        ["renews a message lock"] = new(
            "brief",
            async bench =>
            {
                await bench.SendAsync("x");
                var receiver = bench.Receiver();
                var message = await ReceiveOneAsync(receiver);
                for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(2.5); await Task.Delay(300))
                {
                    await receiver.RenewMessageLockAsync(message);
                    Assert.True(message.LockedUntil > Now);
                }

                await receiver.CompleteMessageAsync(message);
            }
        ),
        ["a handler that takes long keeps its lock by automatic renewal"] = new(
            "brief",
            async bench =>
            {
                await bench.SendAsync("x");
                var counts = new List<int>();
                await ProcessorCases.ProcessAsync(
                    bench,
                    new ServiceBusProcessorOptions { MaxAutoLockRenewalDuration = TimeSpan.FromSeconds(30) },
                    1,
                    async args =>
                    {
                        counts.Add(args.Message.DeliveryCount);
                        await Task.Delay(2500);
                    }
                );
                Assert.Equal([1], counts);
                await NothingComesAsync(bench.Receiver());
            }
        ),
        ["subscribe completes each message by itself"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync([.. Enumerable.Range(0, 20).Select(i => $"{i}")]);
                await ProcessorCases.ProcessAsync(
                    bench,
                    new ServiceBusProcessorOptions { MaxConcurrentCalls = 4 },
                    20,
                    _ => Task.CompletedTask
                );
                await NothingComesAsync(bench.Receiver());
            }
        ),
        ["an empty receive ends with a drain, quickly, and the receiver stays usable"] = new(
            "plain",
            async bench =>
            {
                var receiver = bench.Receiver();
                for (var i = 0; i < 3; i++)
                {
                    var clock = Stopwatch.StartNew();
                    await NothingComesAsync(receiver);
                    // Far below the 60 s that an unanswered drain takes.
                    Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
                }

                await bench.SendAsync("x");
                await receiver.CompleteMessageAsync(await ReceiveOneAsync(receiver));
            }
        ),
        ["asking for more than there is returns what there is"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("1", "2");
                var receiver = bench.Receiver();
                var messages = await receiver.ReceiveMessagesAsync(10, Soon);
                Assert.Equal(["1", "2"], Texts(messages));
                foreach (var message in messages)
                {
                    await receiver.CompleteMessageAsync(message);
                }
                await NothingComesAsync(receiver);
            }
        ),
        ["receiveAndDelete needs no settling"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("1", "2");
                var receiver = bench.Receiver(new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
                Assert.Equal(["1", "2"], Texts(await ReceiveAsync(receiver, 2)));
                await receiver.CloseAsync();
                await NothingComesAsync(bench.Receiver());
            }
        ),
        ["a message can be settled after its receiver closed, through $management"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("x");
                var receiver = bench.Receiver();
                var message = await ReceiveOneAsync(receiver);
                await receiver.CloseAsync();
                var other = bench.Receiver();
                await NothingComesAsync(other);
                await other.CompleteMessageAsync(message);
                await NothingComesAsync(other);
            }
        ),
        ["two receivers share a queue without overlap"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync([.. Enumerable.Range(0, 20).Select(i => $"{i}")]);
                var got = await Task.WhenAll(ReceiveAsync(bench.Receiver(), 10), ReceiveAsync(bench.Receiver(), 10));
                Assert.Equal(20, got.SelectMany(Texts).Distinct().Count());
            }
        ),
        ["a receiver that waits gets what comes later"] = new(
            "plain",
            async bench =>
            {
                var waiting = bench.Receiver().ReceiveMessageAsync(Soon);
                await bench.SendAsync("x");
                Assert.Equal("x", Text(await waiting));
            }
        ),
        ["prefetched messages are given back uncounted when their receiver closes"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("1", "2", "3");
                var receiver = bench.Receiver(new ServiceBusReceiverOptions { PrefetchCount = 10 });
                await receiver.CompleteMessageAsync(await ReceiveOneAsync(receiver));
                await receiver.CloseAsync();
                Assert.Equal(
                    [("2", 1), ("3", 1)],
                    (await ReceiveAsync(bench.Receiver(), 2)).Select(message => (Text(message), message.DeliveryCount))
                );
            }
        ),
        ["an expired message goes to the dead-letter queue where the queue says so"] = new(
            "expiring",
            async bench =>
            {
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("old") { TimeToLive = TimeSpan.FromMilliseconds(200) });
                Assert.Equal("TTLExpiredException", (await ReceiveOneAsync(bench.DeadLetters())).DeadLetterReason);
                await NothingComesAsync(bench.Receiver());
            }
        ),
        ["an expired message is dropped elsewhere"] = new(
            "plain",
            async bench =>
            {
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("old") { TimeToLive = TimeSpan.FromMilliseconds(1) });
                await Task.Delay(100);
                await NothingComesAsync(bench.Receiver());
                await NothingComesAsync(bench.DeadLetters());
            }
        ),
        ["a dead letter gets a new number and keeps its first one [guess]"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("bad", "good");
                var receiver = bench.Receiver();
                var bad = await ReceiveOneAsync(receiver);
                await receiver.DeadLetterMessageAsync(bad);
                var dead = await ReceiveOneAsync(bench.DeadLetters());
                Assert.True(dead.SequenceNumber > bad.SequenceNumber);
                Assert.Equal(bad.SequenceNumber, dead.EnqueuedSequenceNumber);
            }
        ),
    };
}
