namespace Hub.Termijnen;

/// <summary>
/// The clocks of every pair, an agenda of the days on which they run out, and per deelnemer what is late; tables <c>klokken</c>,
/// <c>agenda</c> and <c>telaat</c>.
/// </summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface ITermijnen
{
    /// <summary>The clocks of a pair with these keys, by key; those that were never set or stopped are not among them.</summary>
    Task<IReadOnlyDictionary<string, Termijn>> FindAsync(Pair pair, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>The clocks on one bericht of a pair, also those that were stopped.</summary>
    Task<IReadOnlyList<Termijn>> OfBerichtAsync(Pair pair, string berichtId, CancellationToken cancellation);

    /// <summary>
    /// Stores clocks; <see cref="StorageFault.Conflict"/> when one has changed since it was read, or is there already while it was not:
    /// then some may have been stored, and some not.
    /// </summary>
    Task WriteAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation);

    /// <summary>Puts clocks on the agenda, each at the last day of its term; doing it again changes nothing.</summary>
    Task PutOnAgendaAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation);

    /// <summary>Takes clocks off the agenda of the last day of their terms; no error when one is not on it.</summary>
    Task TakeOffAgendaAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation);

    /// <summary>What stands on the agenda before <paramref name="day"/>, oldest first; only these rows are read.</summary>
    IAsyncEnumerable<AgendaItem> AgendaBeforeAsync(DateOnly day, CancellationToken cancellation);

    /// <summary>Strikes out what stood on the agenda; no error when it is gone already.</summary>
    Task StrikeOutAsync(AgendaItem point, CancellationToken cancellation);

    /// <summary>Puts a clock among what is late, for both parties; doing it again changes nothing.</summary>
    Task ReportOverdueAsync(Termijn termijn, CancellationToken cancellation);

    /// <summary>Takes clocks out of what is late, for both parties; no error when one is not there.</summary>
    Task NoLongerOverdueAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation);

    /// <summary>What is late on berichten of a deelnemer, longest first.</summary>
    /// <param name="code">CBS or AGB code of the deelnemer.</param>
    /// <param name="after">The last that was given; null to begin at the first.</param>
    /// <param name="count">The most to give.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<OverduePage> OverdueAsync(string code, string? after, int count, CancellationToken cancellation);
}
