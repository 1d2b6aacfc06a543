using System.Diagnostics;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>What the client makes of each condition that the service answers with, as it comes over the wire.</summary>
public sealed class ConditionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("com.microsoft:server-busy", QueueFailure.Retry)]
    [InlineData("com.microsoft:timeout", QueueFailure.Retry)]
    [InlineData("com.microsoft:operation-cancelled", QueueFailure.Retry)]
    [InlineData("amqp:connection:forced", QueueFailure.Retry)]
    [InlineData("amqp:link:detach-forced", QueueFailure.Retry)]
    [InlineData("amqp:internal-error", QueueFailure.Retry)]
    [InlineData("amqp:not-found", QueueFailure.NotFound)]
    [InlineData("amqp:unauthorized-access", QueueFailure.Unauthorized)]
    [InlineData("amqp:link:message-size-exceeded", QueueFailure.TooLarge)]
    [InlineData("com.microsoft:message-lock-lost", QueueFailure.LockLost)]
    [InlineData("com.microsoft:session-lock-lost", QueueFailure.LockLost)]
    [InlineData("amqp:not-allowed", QueueFailure.Permanent)]
    [InlineData("com.microsoft:session-cannot-be-locked", QueueFailure.Permanent)]
    [InlineData("com.microsoft:entity-disabled", QueueFailure.Permanent)]
    [InlineData("amqp:resource-limit-exceeded", QueueFailure.Permanent)]
    [InlineData("com.microsoft:never-heard-of", QueueFailure.Permanent)]
    public async Task A_condition_is_sorted_and_only_the_transient_and_the_token_are_tried_again(string condition, QueueFailure expected)
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { SendRetries = 1, ServerBusyDelay = TimeSpan.FromMilliseconds(20) });
        // Enough for every try that a sort of failure may get, so that none succeeds.
        broker.Emulator.Faults.RefuseSends("plain", Enumerable.Repeat(condition, 2));
        var failure = await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", Broker.Message("a"), Stop));
        Assert.Equal(expected, failure.Failure);
        Assert.Contains(condition, failure.Message, StringComparison.Ordinal);
        // What was not tried again left one refusal for the next send.
        var next = await Record.ExceptionAsync(() => client.SendAsync("plain", Broker.Message("b"), Stop));
        var tried = expected is QueueFailure.Retry or QueueFailure.Unauthorized ? 2 : 1;
        Assert.Equal(tried == 1, next is QueueException);
    }

    [Fact]
    public async Task A_busy_service_is_left_alone_for_as_long_as_it_asks()
    {
        await using var broker = await Broker.StartAsync();
        var pause = TimeSpan.FromMilliseconds(600);
        var client = broker.NewClient(options => options with { ServerBusyDelay = pause });
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        broker.Emulator.Faults.RefuseSends("plain", "com.microsoft:server-busy");
        var started = Stopwatch.GetTimestamp();
        await client.SendAsync("plain", Broker.Message("b"), Stop);
        Assert.True(Stopwatch.GetElapsedTime(started) >= pause - TimeSpan.FromMilliseconds(20));
        Assert.Equal((2, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_link_that_is_detached_by_force_is_opened_again_by_the_next_send_and_by_a_waiting_receive()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        await receiver.CompleteAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        var waiting = receiver.ReceiveAsync(Broker.Soon, Stop);
        Assert.True(broker.Emulator.Faults.DetachLinks("plain") >= 2);
        await client.SendAsync("plain", Broker.Message("b"), Stop);
        Assert.Equal("b", (await waiting)!.Message.MessageId);
    }

    [Fact]
    public async Task A_connection_that_is_closed_for_being_idle_is_opened_again_on_next_use()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        Assert.Equal(1, broker.Emulator.Faults.CloseConnections());
        // On the way when the connection closed it may be sent twice: duplicate detection makes it one.
        await client.SendAsync("unique", Broker.Message("b"), Stop);
        Assert.Equal((2, 0), await broker.Emulator.CountAsync("unique"));
    }

    [Fact]
    public async Task A_message_can_be_settled_after_its_link_was_detached_by_force()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var message = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        broker.Emulator.Faults.DetachLinks("plain");
        await receiver.CompleteAsync(message, Stop);
        Assert.Equal((0, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_link_that_ended_with_its_token_is_opened_again_with_a_fresh_one()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await using var receiver = await client.OpenReceiverAsync("plain", false, Stop);
        var waiting = receiver.ReceiveAsync(Broker.Soon, Stop);
        while (broker.Emulator.Faults.DetachLinks("plain", "amqp:unauthorized-access") == 0)
            await Task.Yield();
        await client.SendAsync("plain", Broker.Message("b"), Stop);
        Assert.Equal("b", (await waiting)!.Message.MessageId);
    }
}
