using Hub.Berichten;

namespace Hub.Functions.Tests.Flow;

/// <summary>The real tables, but the process dies at a chosen moment.</summary>
internal sealed class DyingBerichten(IBerichten real) : IBerichten
{
    public bool DiesBeforeAdd { get; init; }

    /// <summary>Happens before every insert.</summary>
    public Func<Task>? BeforeAdd { get; init; }

    public bool DiesAfterAdd { get; init; }

    public bool DiesBeforeUpdate { get; init; }

    /// <summary>The insert happened, its answer got lost, and the retry meets its own row.</summary>
    public bool LosesAnswer { get; init; }

    public Task<BerichtStatus?> FindAsync(string berichtId, CancellationToken cancellation) => real.FindAsync(berichtId, cancellation);

    public async Task<string?> AddAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        if (DiesBeforeAdd)
        {
            throw new KilledException();
        }
        if (BeforeAdd is not null)
        {
            await BeforeAdd();
        }
        var version = await real.AddAsync(bericht, cancellation);
        return DiesAfterAdd ? throw new KilledException()
            : LosesAnswer ? null
            : version;
    }

    public Task UpdateAsync(IReadOnlyList<BerichtStatus> berichten, CancellationToken cancellation) =>
        DiesBeforeUpdate ? throw new KilledException() : real.UpdateAsync(berichten, cancellation);

    public Task RemoveAsync(string berichtId, CancellationToken cancellation) => real.RemoveAsync(berichtId, cancellation);

    public IAsyncEnumerable<BerichtStatus> AllAsync(string? after, CancellationToken cancellation) => real.AllAsync(after, cancellation);

    public Task ProbeAsync(CancellationToken cancellation) => real.ProbeAsync(cancellation);
}
