using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests;

public sealed class QueueDefinitionsTests
{
    [Fact]
    public void A_definition_is_read_in_the_words_of_ARM()
    {
        var queue = Assert.Single(
            QueueDefinitions.Parse(
                """
                {"queues":[{"name":"verwerking","requiresSession":true,"lockDuration":"PT2M","maxDeliveryCount":5,
                "requiresDuplicateDetection":true,
                  "duplicateDetectionHistoryTimeWindow":"P1D","deadLetteringOnMessageExpiration":true,"defaultMessageTimeToLive":"P14D",
                  "maxMessageSizeInKilobytes":1024}]}
                """
            )
        );
        Assert.Equal(
            new QueueDefinition
            {
                Name = "verwerking",
                RequiresSession = true,
                LockDuration = TimeSpan.FromMinutes(2),
                MaxDeliveryCount = 5,
                RequiresDuplicateDetection = true,
                DuplicateDetectionHistoryTimeWindow = TimeSpan.FromDays(1),
                DeadLetteringOnMessageExpiration = true,
                DefaultMessageTimeToLive = TimeSpan.FromDays(14),
                MaxMessageSizeInKilobytes = 1024,
            },
            queue
        );
    }

    [Fact]
    public void Topics_are_refused_as_not_implemented()
    {
        var fault = Assert.Throws<InvalidDataException>(() =>
            QueueDefinitions.Parse("""{"queues":[{"name":"q"}],"topics":[{"name":"t"}]}""")
        );
        Assert.Equal("'topics': not implemented, this emulator has queues only", fault.Message);
    }

    [Fact]
    public void A_definition_per_deelnemer_stands_for_one_queue_per_code()
    {
        var queues = QueueDefinitions.Parse(
            """{"queues":[{"name":"q"}],"perDeelnemer":[{"name":"postbus-{code}","maxDeliveryCount":3}]}""",
            "0518",
            "90000001"
        );
        Assert.Equal(
            [("q", 10), ("postbus-0518", 3), ("postbus-90000001", 3)],
            queues.Select(queue => (queue.Name, queue.MaxDeliveryCount))
        );
    }
}
