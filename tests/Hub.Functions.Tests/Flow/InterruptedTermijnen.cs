using Hub.Termijnen;

namespace Hub.Functions.Tests.Flow;

/// <summary>The real clocks, but something happens just before one is written.</summary>
internal sealed class InterruptedTermijnen(ITermijnen real, Func<Termijn, Task> beforeWrite) : ITermijnen
{
    public Task<IReadOnlyDictionary<string, Termijn>> FindAsync(
        Pair pair,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellation
    ) => real.FindAsync(pair, keys, cancellation);

    public Task<IReadOnlyList<Termijn>> OfBerichtAsync(Pair pair, string berichtId, CancellationToken cancellation) =>
        real.OfBerichtAsync(pair, berichtId, cancellation);

    public async Task WriteAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation)
    {
        foreach (var termijn in termijnen)
        {
            await beforeWrite(termijn);
        }
        await real.WriteAsync(termijnen, cancellation);
    }

    public Task PutOnAgendaAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation) =>
        real.PutOnAgendaAsync(termijnen, cancellation);

    public Task TakeOffAgendaAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation) =>
        real.TakeOffAgendaAsync(termijnen, cancellation);

    public IAsyncEnumerable<AgendaItem> AgendaBeforeAsync(DateOnly day, CancellationToken cancellation) =>
        real.AgendaBeforeAsync(day, cancellation);

    public Task StrikeOutAsync(AgendaItem point, CancellationToken cancellation) => real.StrikeOutAsync(point, cancellation);

    public Task ReportOverdueAsync(Termijn termijn, CancellationToken cancellation) => real.ReportOverdueAsync(termijn, cancellation);

    public Task NoLongerOverdueAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation) =>
        real.NoLongerOverdueAsync(termijnen, cancellation);

    public Task<OverduePage> OverdueAsync(string code, string? after, int count, CancellationToken cancellation) =>
        real.OverdueAsync(code, after, count, cancellation);
}
