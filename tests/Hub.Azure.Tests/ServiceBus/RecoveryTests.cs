using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class RecoveryTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("recovery");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sending_goes_on_after_the_broker_restarted()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await broker.RestartAsync();
        await client.SendAsync("plain", Broker.Message("b"), Stop);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_receiver_that_waits_over_a_restart_gets_what_comes_after_it()
    {
        await using var broker = await Broker.StartAsync();
        var (client, other) = (broker.NewClient(), broker.NewClient());
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var waiting = receiver.ReceiveAsync(Broker.Soon * 2, Stop);
        await broker.RestartAsync();
        await other.SendAsync("plain", Broker.Message("b"), Stop);
        Assert.Equal("b", (await waiting)!.Message.MessageId);
    }

    [Fact]
    public async Task A_message_whose_broker_restarted_is_LockLost_and_comes_again()
    {
        await using var broker = await Broker.StartAsync(options => options with { DataFolder = _data.FullName });
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        await broker.RestartAsync(_data.FullName);
        Assert.Equal(QueueFailure.LockLost, (await Assert.ThrowsAsync<QueueException>(() => receiver.CompleteAsync(message, Stop))).Failure);
        var again = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        await receiver.CompleteAsync(again, Stop);
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_session_is_LockLost_when_the_broker_restarted()
    {
        await using var broker = await Broker.StartAsync(options => options with { DataFolder = _data.FullName });
        var client = broker.NewClient();
        await client.SendAsync("sessions", Broker.Message(1, "A"), Stop);
        await using var session = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        var message = (await session.ReceiveAsync(Broker.Soon, Stop))!;
        await broker.RestartAsync(_data.FullName);
        Assert.Equal(QueueFailure.LockLost, (await Assert.ThrowsAsync<QueueException>(() => session.CompleteAsync(message, Stop))).Failure);
        await using var next = (await client.AcceptNextSessionAsync("sessions", Broker.Soon, Stop))!;
        Assert.Equal("1", (await next.ReceiveAsync(Broker.Soon, Stop))!.Message.MessageId);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
