namespace Hub.Azure.Tests.ServiceBus;

/// <summary>The SDK's client waits for nothing when it is disposed; ours does.</summary>
public sealed class StoppingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_being_sent_when_the_client_stops_is_sent()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("first"), Stop);
        var sending = Enumerable.Range(0, 200).Select(i => client.SendAsync("plain", Broker.Message(i), Stop)).ToList();
        await client.DisposeAsync();
        await Task.WhenAll(sending);
        Assert.Equal((201, 0), await broker.Emulator.CountAsync("plain"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync("plain", Broker.Message("late"), Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.PeekDeadLettersAsync("plain", 1, Stop));
    }
}
