using Hub.Deelnemers;
using Hub.Local.Starting;

namespace Hub.Local.Tests.Starting;

public sealed class QueueListTests
{
    [Fact]
    public void Every_deelnemer_has_a_postbus_and_the_work_queue_has_sessions()
    {
        var deelnemers = DeelnemersFile.Read(File.ReadAllBytes(ProjectPaths.Deelnemers)).List!.All;

        var queues = QueueList.Read(ProjectPaths.Queues, deelnemers);

        Assert.Equal(["verwerking", .. deelnemers.Select(deelnemer => deelnemer.Postbus)], queues.Select(queue => queue.Name));
        Assert.True(queues[0].RequiresSession);
        Assert.All(queues, queue => Assert.True(queue.RequiresDuplicateDetection));
    }
}
