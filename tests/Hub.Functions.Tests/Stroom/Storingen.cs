using Hub.Berichten;
using Hub.Queues;

namespace Hub.Functions.Tests.Stroom;

/// <summary>The real tables, but the process dies at a chosen moment.</summary>
internal sealed class StervendeBerichten(IBerichten echt) : IBerichten
{
    public bool SterftVoorToevoegen { get; init; }

    /// <summary>Happens before every insert.</summary>
    public Func<Task>? VoorToevoegen { get; init; }

    public bool SterftNaToevoegen { get; init; }

    public bool SterftVoorBijwerken { get; init; }

    /// <summary>The insert happened, its answer got lost, and the retry meets its own row.</summary>
    public bool VerliestAntwoord { get; init; }

    public Task<BerichtStatus?> ZoekAsync(string berichtId, CancellationToken cancellation) => echt.ZoekAsync(berichtId, cancellation);

    public async Task<string?> VoegToeAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        if (SterftVoorToevoegen) throw new GedoodException();
        if (VoorToevoegen is not null) await VoorToevoegen();
        var versie = await echt.VoegToeAsync(bericht, cancellation);
        return SterftNaToevoegen ? throw new GedoodException() : VerliestAntwoord ? null : versie;
    }

    public Task WerkBijAsync(IReadOnlyList<BerichtStatus> berichten, CancellationToken cancellation) =>
        SterftVoorBijwerken ? throw new GedoodException() : echt.WerkBijAsync(berichten, cancellation);

    public Task VerwijderAsync(string berichtId, CancellationToken cancellation) => echt.VerwijderAsync(berichtId, cancellation);

    public IAsyncEnumerable<BerichtStatus> AlleAsync(string? na, CancellationToken cancellation) => echt.AlleAsync(na, cancellation);

    public Task PeilAsync(CancellationToken cancellation) => echt.PeilAsync(cancellation);
}

/// <summary>The real queues, but the process dies before it sends.</summary>
internal sealed class StervendeQueues(IQueueClient echt) : IQueueClient
{
    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation) => throw new GedoodException();

    public Task<bool> FitsAsync(string queue, long bodyBytes, CancellationToken cancellation) => echt.FitsAsync(queue, bodyBytes, cancellation);

    public Task ProbeAsync(string queue, CancellationToken cancellation) => echt.ProbeAsync(queue, cancellation);

    public IAsyncEnumerable<string> ListMessageIdsAsync(string queue, CancellationToken cancellation) => echt.ListMessageIdsAsync(queue, cancellation);

    public Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation) =>
        echt.PeekDeadLettersAsync(queue, max, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Where the process died.</summary>
internal sealed class GedoodException : Exception;
