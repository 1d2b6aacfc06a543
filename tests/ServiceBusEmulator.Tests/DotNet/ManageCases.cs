using Azure.Messaging.ServiceBus;
using static ServiceBusEmulator.Tests.DotNet.Bench;

namespace ServiceBusEmulator.Tests.DotNet;

internal static class ManageCases
{
    public static readonly Dictionary<string, Case> All = new()
    {
        ["peeks without locking"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("1", "2", "3");
                var receiver = bench.Receiver();
                Assert.Equal(["1", "2"], Texts(await receiver.PeekMessagesAsync(2)));
                Assert.Equal(["3"], Texts(await receiver.PeekMessagesAsync(2)));
                Assert.Empty(await receiver.PeekMessagesAsync(2));
                Assert.Equal(["2", "3"], Texts(await receiver.PeekMessagesAsync(10, fromSequenceNumber: 2)));
                Assert.Equal("1", Text(await ReceiveOneAsync(receiver)));
            }
        ),
        ["peek tells the state of a message"] = new(
            "plain",
            async bench =>
            {
                await bench.Sender.ScheduleMessageAsync(new ServiceBusMessage("scheduled"), Now.AddMinutes(1));
                await bench.SendAsync("deferred");
                var receiver = bench.Receiver();
                await receiver.DeferMessageAsync(await ReceiveOneAsync(receiver));
                Assert.Equal(
                    [("deferred", ServiceBusMessageState.Deferred), ("scheduled", ServiceBusMessageState.Scheduled)],
                    (await receiver.PeekMessagesAsync(5)).Select(message => (Text(message), message.State)).Order()
                );
            }
        ),
        ["schedules by operation"] = new(
            "plain",
            async bench =>
            {
                var due = Now.AddMilliseconds(700);
                Assert.True(await bench.Sender.ScheduleMessageAsync(new ServiceBusMessage("later"), due) > 0);
                Assert.Equal("later", Text(await ReceiveOneAsync(bench.Receiver())));
                Assert.True(Now >= due.AddMilliseconds(-20), "came too early");
            }
        ),
        ["schedules by annotation"] = new(
            "plain",
            async bench =>
            {
                var due = Now.AddMilliseconds(700);
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("later") { ScheduledEnqueueTime = due });
                Assert.Equal("later", Text(await ReceiveOneAsync(bench.Receiver())));
                Assert.True(Now >= due.AddMilliseconds(-20), "came too early");
            }
        ),
        ["messages scheduled for one moment come in the order in which they were sent"] = new(
            "plain",
            async bench =>
            {
                var texts = Enumerable.Range(0, 50).Select(i => $"{i}").ToArray();
                await bench.Sender.ScheduleMessagesAsync(texts.Select(text => new ServiceBusMessage(text)), Now.AddMilliseconds(700));
                Assert.Equal(texts, Texts(await ReceiveAsync(bench.Receiver(), 50)));
            }
        ),
        ["cancels a scheduled message"] = new(
            "plain",
            async bench =>
            {
                var numbers = await bench.Sender.ScheduleMessagesAsync([new("1"), new("2")], Now.AddMilliseconds(600));
                await bench.Sender.CancelScheduledMessageAsync(numbers[0]);
                var receiver = bench.Receiver();
                Assert.Equal("2", Text(await ReceiveOneAsync(receiver)));
                await NothingComesAsync(receiver);
            }
        ),
        ["refuses to cancel what is not there"] = new(
            "plain",
            bench => FailsWithAsync(ServiceBusFailureReason.MessageNotFound, () => bench.Sender.CancelScheduledMessageAsync(999))
        ),
        ["numbers and times rise"] = new(
            "plain",
            async bench =>
            {
                var before = Now;
                await bench.SendAsync("1", "2");
                var receiver = bench.Receiver();
                var (a, b) = (await ReceiveOneAsync(receiver), await ReceiveOneAsync(receiver));
                Assert.True(b.SequenceNumber > a.SequenceNumber);
                Assert.True(a.EnqueuedTime >= before.AddMilliseconds(-5) && a.EnqueuedTime <= b.EnqueuedTime);
                Assert.True(a.LockedUntil > Now.AddSeconds(30));
                Assert.True(Guid.TryParse(a.LockToken, out _));
            }
        ),
        ["refuses to receive by a number that is not deferred"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("x");
                await FailsWithAsync(ServiceBusFailureReason.MessageNotFound, () => bench.Receiver().ReceiveDeferredMessageAsync(1));
            }
        ),
        ["peeks into the dead-letter queue"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("bad");
                var receiver = bench.Receiver();
                await receiver.DeadLetterMessageAsync(await ReceiveOneAsync(receiver), "why");
                Assert.Equal("why", Assert.Single(await bench.DeadLetters().PeekMessagesAsync(5)).DeadLetterReason);
                Assert.Empty(await receiver.PeekMessagesAsync(5));
            }
        ),
        ["refuses the administration API, which goes over HTTP"] = new(
            "plain",
            async bench =>
            {
                var options = new Azure.Messaging.ServiceBus.Administration.ServiceBusAdministrationClientOptions
                {
                    Retry = { MaxRetries = 0 },
                };
                var administration = new Azure.Messaging.ServiceBus.Administration.ServiceBusAdministrationClient(
                    bench.ConnectionString,
                    options
                );
                await Assert.ThrowsAsync<Azure.RequestFailedException>(() => administration.GetQueueAsync(bench.Queue));
            }
        ),
    };
}
