using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using static ServiceBusEmulator.Tests.DotNet.Bench;

namespace ServiceBusEmulator.Tests.DotNet;

internal static class SendCases
{
    public static readonly Dictionary<string, Case> All = new()
    {
        ["sends, receives and completes"] = new(
            "plain",
            async bench =>
            {
                var sent = new ServiceBusMessage("hello")
                {
                    MessageId = "m1",
                    ContentType = "text/plain",
                    Subject = "s",
                    CorrelationId = "c",
                    ReplyTo = "r",
                    To = "t",
                };
                sent.ApplicationProperties["a"] = 1;
                sent.ApplicationProperties["b"] = "x";
                await bench.Sender.SendMessageAsync(sent);
                var receiver = bench.Receiver();
                var message = await ReceiveOneAsync(receiver);
                Assert.Equal(("hello", "m1", "text/plain", "s"), (Text(message), message.MessageId, message.ContentType, message.Subject));
                Assert.Equal(("c", "r", "t"), (message.CorrelationId, message.ReplyTo, message.To));
                Assert.Equal((1, "x"), (message.ApplicationProperties["a"], message.ApplicationProperties["b"]));
                Assert.Equal((1, ServiceBusMessageState.Active), (message.DeliveryCount, message.State));
                await receiver.CompleteMessageAsync(message);
                await NothingComesAsync(receiver);
            }
        ),
        ["carries bodies of all kinds"] = new(
            "plain",
            async bench =>
            {
                BinaryData[] sent = [new("text"), new([0, 255, 7]), new(""), BinaryData.FromObjectAsJson(new { x = 1 })];
                foreach (var body in sent)
                {
                    await bench.Sender.SendMessageAsync(new ServiceBusMessage(body));
                }
                Assert.Equal(
                    sent.Select(body => body.ToArray()),
                    (await ReceiveAsync(bench.Receiver(), sent.Length)).Select(message => message.Body.ToArray())
                );
            }
        ),
        ["carries value and sequence bodies unchanged"] = new(
            "plain",
            async bench =>
            {
                var value = new ServiceBusMessage();
                value.GetRawAmqpMessage().Body = AmqpMessageBody.FromValue(new Dictionary<string, object> { ["a"] = "b" });
                var sequence = new ServiceBusMessage();
                sequence.GetRawAmqpMessage().Body = AmqpMessageBody.FromSequence([
                    [1, "two", true],
                ]);
                await bench.Sender.SendMessageAsync(value);
                await bench.Sender.SendMessageAsync(sequence);
                var received = await ReceiveAsync(bench.Receiver(), 2);
                Assert.True(received[0].GetRawAmqpMessage().Body.TryGetValue(out var map));
                Assert.Equal("b", Assert.IsType<IDictionary<string, object>>(map, exactMatch: false)["a"]);
                Assert.True(received[1].GetRawAmqpMessage().Body.TryGetSequence(out var lists));
                Assert.Equal([1, "two", true], Assert.Single(lists!));
            }
        ),
        ["unpacks a batch into its messages"] = new(
            "plain",
            async bench =>
            {
                using var batch = await bench.Sender.CreateMessageBatchAsync();
                for (var i = 0; i < 50; i++)
                {
                    var message = new ServiceBusMessage($"{i}") { MessageId = $"b{i}" };
                    message.ApplicationProperties["i"] = i;
                    Assert.True(batch.TryAddMessage(message));
                }

                await bench.Sender.SendMessagesAsync(batch);
                var received = await ReceiveAsync(bench.Receiver(), 50);
                Assert.Equal(
                    Enumerable.Range(0, 50).Select(i => ($"{i}", $"b{i}", (object)i)),
                    received.Select(message => (Text(message), message.MessageId, message.ApplicationProperties["i"]))
                );
            }
        ),
        ["tells the size that a batch may have"] = new(
            "plain",
            async bench =>
            {
                using var batch = await bench.Sender.CreateMessageBatchAsync();
                Assert.Equal(256 * 1024, batch.MaxSizeInBytes);
                Assert.False(batch.TryAddMessage(new ServiceBusMessage(new byte[256 * 1024])));
            }
        ),
        ["carries a body of 200 KB"] = new(
            "plain",
            async bench =>
            {
                var body = new byte[200 * 1024];
                new Random(1).NextBytes(body);
                await bench.Sender.SendMessageAsync(new ServiceBusMessage(body));
                Assert.Equal(body, (await ReceiveOneAsync(bench.Receiver())).Body.ToArray());
            }
        ),
        ["refuses a message that is too large [guess: rejected, not detached]"] = new(
            "plain",
            async bench =>
            {
                await FailsWithAsync(
                    ServiceBusFailureReason.MessageSizeExceeded,
                    () => bench.Sender.SendMessageAsync(new ServiceBusMessage(new byte[300 * 1024]))
                );
                await bench.SendAsync("small");
            }
        ),
        ["refuses a batch of more than 1 MB where larger messages are taken [doc]"] = new(
            "large",
            async bench =>
            {
                await bench.Sender.SendMessageAsync(new ServiceBusMessage(new byte[2 * 1024 * 1024]));
                var three = Enumerable.Range(0, 3).Select(_ => new ServiceBusMessage(new byte[900 * 1024]));
                await FailsWithAsync(ServiceBusFailureReason.MessageSizeExceeded, () => bench.Sender.SendMessagesAsync(three));
                await bench.SendAsync("small", "too");
                Assert.Equal(
                    [2 * 1024 * 1024, 5, 3],
                    (await ReceiveAsync(bench.Receiver(), 3)).Select(message => message.Body.ToMemory().Length)
                );
            }
        ),
        ["gives a message without an id one"] = new(
            "plain",
            async bench =>
            {
                await bench.SendAsync("x");
                Assert.InRange((await ReceiveOneAsync(bench.Receiver())).MessageId.Length, 16, 128);
            }
        ),
        ["refuses an unknown queue"] = new(
            "plain",
            bench =>
                FailsWithAsync(
                    ServiceBusFailureReason.MessagingEntityNotFound,
                    () => bench.Client.CreateSender("no-such-queue").SendMessageAsync(new ServiceBusMessage("x"))
                )
        ),
        ["refuses a bad key"] = new(
            "plain",
            async bench =>
            {
                var thief = bench.NewHastyClient(
                    bench.ConnectionString.Replace("SharedAccessKey=", "SharedAccessKey=d3Jvbmc", StringComparison.Ordinal)
                );
                await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
                    thief.CreateSender(bench.Queue).SendMessageAsync(new ServiceBusMessage("x"))
                );
            }
        ),
        ["accepts the same id once"] = new(
            "unique",
            async bench =>
            {
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("first") { MessageId = "same" });
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("second") { MessageId = "same" });
                var receiver = bench.Receiver();
                var message = await ReceiveOneAsync(receiver);
                Assert.Equal("first", Text(message));
                await receiver.CompleteMessageAsync(message);
                await bench.Sender.SendMessageAsync(new ServiceBusMessage("third") { MessageId = "same" });
                await NothingComesAsync(receiver);
            }
        ),
        ["accepts the same id once within a batch"] = new(
            "unique",
            async bench =>
            {
                await bench.Sender.SendMessagesAsync([
                    new("1") { MessageId = "a" },
                    new("2") { MessageId = "a" },
                    new("3") { MessageId = "b" },
                ]);
                var receiver = bench.Receiver();
                Assert.Equal(["1", "3"], Texts(await ReceiveAsync(receiver, 2)));
                await NothingComesAsync(receiver);
            }
        ),
        ["refuses a subscription as not implemented, since it has queues only"] = new(
            "plain",
            async bench =>
            {
                var refused = await Assert.ThrowsAsync<NotSupportedException>(() =>
                    bench.Client.CreateReceiver("topic", "subscription").ReceiveMessageAsync(Soon)
                );
                Assert.Contains("queues only: topics are not implemented", refused.Message, StringComparison.Ordinal);
            }
        ),
        ["carries application properties of all kinds"] = new(
            "plain",
            async bench =>
            {
                var sent = new Dictionary<string, object>
                {
                    ["string"] = "é",
                    ["int"] = 1,
                    ["long"] = 1L << 40,
                    ["double"] = 1.5,
                    ["bool"] = false,
                    ["guid"] = Guid.NewGuid(),
                    ["decimal"] = 12.34m,
                    ["char"] = 'x',
                    ["date"] = new DateTime(1970, 1, 2, 0, 0, 0, DateTimeKind.Utc),
                    ["uri"] = new Uri("https://example.org"),
                    ["span"] = TimeSpan.FromMinutes(5),
                    ["byte"] = (byte)7,
                };
                var message = new ServiceBusMessage("x");
                foreach (var (name, value) in sent)
                {
                    message.ApplicationProperties[name] = value;
                }
                await bench.Sender.SendMessageAsync(message);
                var received = (await ReceiveOneAsync(bench.Receiver())).ApplicationProperties;
                Assert.All(sent, one => Assert.Equal(one.Value, received[one.Key]));
            }
        ),
        ["carries a batch of many transfers"] = new(
            "plain",
            async bench =>
            {
                var sent = Enumerable.Range(0, 500).Select(i => $"{i}").ToArray();
                foreach (var part in sent.Chunk(100))
                {
                    await bench.SendAsync(part);
                }
                Assert.Equal(sent, Texts(await ReceiveAsync(bench.Receiver(), 500)));
            }
        ),
        ["carries a trace context that the sender put on a message"] = new(
            "plain",
            async bench =>
            {
                const string context = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
                var message = new ServiceBusMessage("x");
                message.ApplicationProperties["traceparent"] = message.ApplicationProperties["Diagnostic-Id"] = context;
                await bench.Sender.SendMessageAsync(message);
                Assert.Equal(context, (await ReceiveOneAsync(bench.Receiver())).ApplicationProperties["traceparent"]);
            }
        ),
        ["refuses transactions as not implemented"] = new(
            "plain",
            async bench =>
            {
                var sender = bench
                    .NewClient(new ServiceBusClientOptions { EnableCrossEntityTransactions = true })
                    .CreateSender(bench.Queue);
                await Assert.ThrowsAsync<NotSupportedException>(() => sender.SendMessageAsync(new ServiceBusMessage("x")));
            }
        ),
    };
}
