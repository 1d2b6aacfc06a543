using System.Globalization;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class PeekTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dead_letters_are_seen_with_their_reason_and_stay_as_they_are()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await using (var receiver = await client.OpenReceiverAsync("plain", false, Stop))
        {
            foreach (var id in (string[])["a", "b", "c"])
            {
                await client.SendAsync("plain", Broker.Message(id), Stop);
                await receiver.DeadLetterAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, $"reason {id}", "more", Stop);
            }
        }

        var seen = await client.PeekDeadLettersAsync("plain", 2, Stop);
        Assert.Equal([("a", "reason a"), ("b", "reason b")], seen.Select(one => (one.MessageId, one.Reason)));
        Assert.True(seen[0].SequenceNumber < seen[1].SequenceNumber && seen[0].EnqueuedTime > DateTimeOffset.UnixEpoch);
        await using var dead = await client.OpenReceiverAsync("plain", true, Stop);
        var first = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.Equal(("a", 1), (first.Message.MessageId, first.DeliveryCount));
        Assert.Equal("a"u8.ToArray(), first.Message.Body.ToArray());
    }

    [Fact]
    public async Task Where_there_are_none_the_answer_comes_at_once_and_is_empty()
    {
        await using var broker = await Broker.StartAsync();
        Assert.Empty(await broker.NewClient().PeekDeadLettersAsync("sessions", 10, Stop));
    }

    [Fact]
    public async Task Ids_are_listed_over_all_pages_and_sessions_with_what_is_locked_and_without_what_is_gone_or_put_aside()
    {
        await using var broker = await Broker.StartAsync(options => options with { ValidateJwt = _ => DateTimeOffset.MaxValue });
        var client = broker.NewClient();
        await client.SendBatchAsync("sessions", [.. Enumerable.Range(0, 600).Select(number => Broker.Message(number, $"s{number % 7}"))], Stop);
        await using var session = await client.AcceptSessionAsync("sessions", "s0", Stop);
        await session.CompleteAsync((await session.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        await session.DeadLetterAsync((await session.ReceiveAsync(Broker.Soon, Stop))!, "reason", "", Stop);
        await session.ReceiveAsync(Broker.Soon, Stop);
        await DeferFirstOfAsync(broker, "s1");

        var seen = await client.ListMessageIdsAsync("sessions", Stop).ToListAsync(Stop);

        int[] gone = [0, 7, 1];
        Assert.Equal(Enumerable.Range(0, 600).Except(gone).Select(number => number.ToString(CultureInfo.InvariantCulture)), seen);
        Assert.Empty(await client.ListMessageIdsAsync("plain", Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task An_unknown_queue_is_NotFound()
    {
        await using var broker = await Broker.StartAsync();
        var failure = await Assert.ThrowsAsync<QueueException>(() => broker.NewClient().PeekDeadLettersAsync("none", 10, Stop));
        Assert.Equal(QueueFailure.NotFound, failure.Failure);
    }

    [Fact]
    public async Task It_goes_on_after_the_connection_was_closed_for_being_idle()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        Assert.Empty(await client.PeekDeadLettersAsync("plain", 10, Stop));
        broker.Emulator.Faults.CloseConnections();
        // On the way when the connection closed it fails once, which whoever looks again and again can bear.
        await Record.ExceptionAsync(() => client.PeekDeadLettersAsync("plain", 10, Stop));
        Assert.Empty(await client.PeekDeadLettersAsync("plain", 10, Stop));
    }

    // The port has no deferring: this is what someone else could do.
    private static async Task DeferFirstOfAsync(Broker broker, string session)
    {
        var factory = new ConnectionFactory();
        factory.SASL.Profile = Amqp.Sasl.SaslProfile.Anonymous;
        var connection = await factory.CreateAsync(new Address($"amqp://127.0.0.1:{broker.Emulator.Port}"));
        await new SenderLink(new Session(connection), "cbs", "$cbs").SendAsync(new Message("token")
        {
            Properties = new Properties { MessageId = "1", ReplyTo = "nowhere" },
            ApplicationProperties = new ApplicationProperties { ["operation"] = "put-token", ["type"] = "jwt", ["name"] = "sb://host/sessions" },
        });
        var source = new Source { Address = "sessions", FilterSet = new Map { [(Symbol)"com.microsoft:session-filter"] = session } };
        var link = new ReceiverLink(new Session(connection), "defer", new Attach { Source = source, Target = new Target() }, null);
        link.Modify(await link.ReceiveAsync(Broker.Soon), deliveryFailed: false, undeliverableHere: true);
        await link.CloseAsync();
        await connection.CloseAsync();
    }
}
