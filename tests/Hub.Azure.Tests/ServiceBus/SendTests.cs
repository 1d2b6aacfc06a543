using Hub.Azure.ServiceBus;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>What is sent arrives as it was sent, once where the queue sees to that, and never larger than the queue takes.</summary>
public sealed class SendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        await using var broker = await Broker.StartAsync();
        var time = DateTimeOffset.UnixEpoch.AddYears(50);
        var sent = Broker.Message("one") with
        {
            ContentType = "application/xml",
            Subject = "JW301",
            Properties = new Dictionary<string, object>
            {
                ["text"] = "t",
                ["yes"] = true,
                ["int"] = 1,
                ["long"] = 2L,
                ["double"] = 1.5,
                ["guid"] = Guid.Empty,
                ["time"] = time,
                ["bytes"] = new byte[] { 1, 2 },
            },
        };

        await broker.NewClient().SendAsync("plain", sent, Stop);
        var received = await broker.Receiver("plain").ReceiveMessageAsync(Broker.Soon, Stop);

        Assert.Equal(sent.Body.ToArray(), received.Body.ToArray());
        Assert.Equal(("one", "application/xml", "JW301"), (received.MessageId, received.ContentType, received.Subject));
        // While traces are listened to, the trace context travels beside them.
        Assert.Equal(
            sent.Properties,
            received.ApplicationProperties.Where(property => sent.Properties.ContainsKey(property.Key)).ToDictionary()
        );
    }

    [Fact]
    public async Task A_message_goes_to_its_session_in_the_order_of_sending()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        for (var i = 0; i < 20; i++)
        {
            await client.SendAsync("sessions", Broker.Message(i, i % 2 == 0 ? "A" : "B"), Stop);
        }

        await using var sdk = new global::Azure.Messaging.ServiceBus.ServiceBusClient(broker.Emulator.ConnectionString);
        var session = await sdk.AcceptSessionAsync("sessions", "A", cancellationToken: Stop);
        for (var i = 0; i < 20; i += 2)
        {
            var message = await session.ReceiveMessageAsync(Broker.Soon, Stop);
            Assert.Equal(Broker.Message(i).MessageId, message.MessageId);
            await session.CompleteMessageAsync(message, Stop);
        }
    }

    [Fact]
    public async Task The_same_id_is_accepted_once()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("unique"));
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        await using var broker = await Broker.StartAsync();
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(400);
        await broker.NewClient().SendAsync("plain", Broker.Message("later") with { ScheduledEnqueueTime = due }, Stop);
        Assert.NotNull(await broker.Receiver("plain").ReceiveMessageAsync(Broker.Soon, Stop));
        Assert.True(TimeProvider.System.GetUtcNow() >= due - TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task What_fits_is_accepted_with_the_properties_of_the_hub_and_what_does_not_is_TooLarge()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        const int Most = (256 * 1024) - ServiceBusQueueClient.RoomForProperties;
        Assert.True(await client.FitsAsync("plain", Most, Stop));
        Assert.False(await client.FitsAsync("plain", Most + 1, Stop));
        await client.SendAsync(
            "plain",
            Broker.Message("fits") with
            {
                Body = new byte[Most],
                Properties = new Dictionary<string, object> { ["archief"] = new string('a', 1000) },
            },
            Stop
        );
        var large = Broker.Message("large") with { Body = new byte[256 * 1024] };
        Assert.Equal(
            QueueFailure.TooLarge,
            (await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", large, Stop))).Failure
        );
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task Of_a_queue_that_takes_large_messages_it_says_that_1_MB_fits()
    {
        await using var broker = await Broker.StartAsync(options =>
            options with
            {
                Queues = [new() { Name = "large", MaxMessageSizeInKilobytes = 102_400 }],
            }
        );
        var client = broker.NewClient();
        Assert.True(await client.FitsAsync("large", (1024 * 1024) - ServiceBusQueueClient.RoomForProperties, Stop));
        Assert.False(await client.FitsAsync("large", 1024 * 1024, Stop));
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_refused_for_good_and_the_failure_does_not_quote_it()
    {
        await using var broker = await Broker.StartAsync();
        var id = new string('9', 129);
        var failure = await Assert.ThrowsAsync<QueueException>(() => broker.NewClient().SendAsync("plain", Broker.Message(id), Stop));
        Assert.Equal(QueueFailure.Permanent, failure.Failure);
        Assert.DoesNotContain("999", failure.Message, StringComparison.Ordinal);
    }
}
