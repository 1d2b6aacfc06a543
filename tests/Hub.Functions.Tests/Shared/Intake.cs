using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Ontvangst;
using Hub.Queues;
using Hub.Search;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Functions.Tests.Shared;

/// <summary>The intake of an app, of which a part is another.</summary>
internal static class Intake
{
    public static BerichtOntvangst Of(
        IServiceProvider app,
        IArchief? archief = null,
        IBerichten? berichten = null,
        IQueueClient? queues = null,
        TimeProvider? time = null
    )
    {
        archief ??= app.GetRequiredService<IArchief>();
        time ??= TimeProvider.System;
        var keys = app.GetRequiredService<ClientKeys>();
        var acceptance = new Acceptance(
            new StoredBerichtReader(archief, keys),
            berichten ?? app.GetRequiredService<IBerichten>(),
            app.GetRequiredService<IInProgress>(),
            app.GetRequiredService<ISearchIndex>(),
            queues is null ? app.GetRequiredService<WorkQueue>() : new WorkQueue(queues),
            keys,
            time,
            NullLogger<Acceptance>.Instance
        );
        var refusals = new Refusals(app.GetRequiredService<IRefusals>(), RefusalBounds.Default, time, NullLogger<Refusals>.Instance);
        return new BerichtOntvangst(archief, acceptance, refusals, app.GetRequiredService<DeelnemerList>(), time);
    }
}
