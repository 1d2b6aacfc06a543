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
    [InlineData("amqp:not-allowed", QueueFailure.Permanent)]
    [InlineData("amqp:not-implemented", QueueFailure.Permanent)]
    [InlineData("com.microsoft:argument-error", QueueFailure.Permanent)]
    [InlineData("com.microsoft:entity-disabled", QueueFailure.Permanent)]
    [InlineData("amqp:resource-limit-exceeded", QueueFailure.Permanent)]
    // The SDK takes what it does not know for passing: it is tried again, and in the end it is parked.
    [InlineData("com.microsoft:never-heard-of", QueueFailure.Retry)]
    public async Task A_condition_is_sorted_and_only_the_kind_of_it_is_told(string condition, QueueFailure expected)
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient(options => options with { Retries = 0 });
        broker.Emulator.Faults.RefuseSends("plain", condition);

        var failure = await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", Broker.Message("a"), Stop));

        Assert.Equal(expected, failure.Failure);
        // The words of the broker may quote what was sent.
        Assert.DoesNotContain(condition, failure.Message, StringComparison.Ordinal);
        Assert.Contains("'plain'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_condition_is_tried_again_and_another_is_not()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        broker.Emulator.Faults.RefuseSends("plain", "amqp:internal-error", "com.microsoft:operation-cancelled");
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        broker.Emulator.Faults.RefuseSends("plain", "com.microsoft:entity-disabled");
        await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", Broker.Message("b"), Stop));
        await client.SendAsync("plain", Broker.Message("c"), Stop);
        Assert.Equal((2, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task Sending_goes_on_after_a_link_was_detached_a_connection_closed_and_the_broker_restarted()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        Assert.True(broker.Emulator.Faults.DetachLinks("unique") >= 1);
        await client.SendAsync("unique", Broker.Message("b"), Stop);
        Assert.Equal(1, broker.Emulator.Faults.CloseConnections());
        // On the way when the connection closed it may be sent twice: duplicate detection makes it one.
        await client.SendAsync("unique", Broker.Message("c"), Stop);
        Assert.Equal((3, 0), await broker.Emulator.CountAsync("unique"));
        await broker.RestartAsync();
        await client.SendAsync("unique", Broker.Message("d"), Stop);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("unique"));
    }
}
