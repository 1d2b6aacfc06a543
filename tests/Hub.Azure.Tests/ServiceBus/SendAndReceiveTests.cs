namespace Hub.Azure.Tests.ServiceBus;

public sealed class SendAndReceiveTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_comes_back_as_it_was_sent()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        var time = DateTimeOffset.UnixEpoch.AddYears(50);
        var sent = Broker.Message("one") with
        {
            ContentType = "application/xml",
            Subject = "JW301",
            Properties = new Dictionary<string, object> { ["text"] = "t", ["yes"] = true, ["int"] = 1, ["long"] = 2L, ["double"] = 1.5, ["guid"] = Guid.Empty, ["time"] = time, ["bytes"] = new byte[] { 1, 2 } },
        };

        await client.SendAsync("plain", sent, Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var received = await receiver.ReceiveAsync(Broker.Soon, Stop);

        Assert.NotNull(received);
        Assert.Equal(sent.Body.ToArray(), received.Message.Body.ToArray());
        Assert.Equal(("one", "application/xml", "JW301"), (received.Message.MessageId, received.Message.ContentType, received.Message.Subject));
        // While traces are listened to, the trace context travels beside them.
        Assert.Equal(sent.Properties, received.Message.Properties.Where(property => sent.Properties.ContainsKey(property.Key)).ToDictionary());
        Assert.Equal(1, received.DeliveryCount);
        Assert.True(received.LockedUntil > received.EnqueuedTime);
        await receiver.CompleteAsync(received, Stop);
        Assert.Null(await receiver.ReceiveAsync(TimeSpan.FromMilliseconds(100), Stop));
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_sent()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        for (var i = 0; i < 50; i++)
            await client.SendAsync("plain", Broker.Message(i), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        for (var i = 0; i < 50; i++)
        {
            var message = await receiver.ReceiveAsync(Broker.Soon, Stop);
            Assert.Equal(Broker.Message(i).MessageId, message!.Message.MessageId);
            await receiver.CompleteAsync(message, Stop);
        }
    }
}
