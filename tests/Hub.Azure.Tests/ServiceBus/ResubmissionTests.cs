using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

public sealed class ResubmissionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_letter_that_is_sent_again_is_not_taken_for_a_duplicate_and_leaves_the_dead_letter_queue()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("unique", Broker.Message("a") with { Subject = "JW301", Properties = new Dictionary<string, object> { ["own"] = 1 } }, Stop);
        await using var receiver = await client.OpenReceiverAsync("unique", false, Stop);
        await receiver.DeadLetterAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, "why", "because", Stop);
        await using var dead = await client.OpenReceiverAsync("unique", true, Stop);
        var letter = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
        await dead.ResubmitAsync(client, "unique", letter, Stop);

        Assert.Equal((1, 0), await broker.Emulator.CountAsync("unique"));
        var again = (await receiver.ReceiveAsync(Broker.Soon, Stop))!;
        Assert.StartsWith("a" + DeadLetterResubmission.Separator, again.Message.MessageId, StringComparison.Ordinal);
        Assert.Equal(("JW301", 1, null), (again.Message.Subject, again.DeliveryCount, again.DeadLetterReason));
        Assert.Equal(1, again.Message.Properties["own"]);
        Assert.Equal(letter.Message.Body.ToArray(), again.Message.Body.ToArray());
    }

    [Fact]
    public async Task Sent_again_twice_for_one_dead_letter_it_arrives_once()
    {
        await using var broker = await Broker.StartAsync();
        var client = broker.NewClient();
        await client.SendAsync("unique", Broker.Message("a"), Stop);
        await using var receiver = await client.OpenReceiverAsync("unique", false, Stop);
        await receiver.DeadLetterAsync((await receiver.ReceiveAsync(Broker.Soon, Stop))!, "why", "because", Stop);
        await using (var dead = await client.OpenReceiverAsync("unique", true, Stop))
        {
            // The one who does it first dies before the dead letter is removed.
            var letter = (await dead.ReceiveAsync(Broker.Soon, Stop))!;
            await client.SendAsync("unique", letter.Message with { MessageId = $"a{DeadLetterResubmission.Separator}{letter.SequenceNumber}" }, Stop);
        }
        await using var next = await client.OpenReceiverAsync("unique", true, Stop);
        await next.ResubmitAsync(client, "unique", (await next.ReceiveAsync(Broker.Soon, Stop))!, Stop);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("unique"));
    }
}
