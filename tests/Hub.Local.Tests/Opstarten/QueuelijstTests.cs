using Hub.Deelnemers;
using Hub.Local.Opstarten;

namespace Hub.Local.Tests.Opstarten;

public sealed class QueuelijstTests
{
    [Fact]
    public void Every_deelnemer_has_a_postbus_and_the_work_queue_has_sessions()
    {
        var deelnemers = DeelnemersBestand.Lees(File.ReadAllBytes(Projectpaden.Deelnemers)).Lijst!.Alle;

        var queues = Queuelijst.Lees(Projectpaden.Queues, deelnemers);

        Assert.Equal(["verwerking", .. deelnemers.Select(deelnemer => deelnemer.Postbus)], queues.Select(queue => queue.Name));
        Assert.True(queues[0].RequiresSession);
        Assert.All(queues, queue => Assert.True(queue.RequiresDuplicateDetection));
    }
}
