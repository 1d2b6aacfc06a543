namespace Hub.Termijnen;

/// <summary>
/// The clocks of every pair, an agenda of the days on which they run out, and per deelnemer what is late; tables <c>klokken</c>,
/// <c>agenda</c> and <c>telaat</c>.
/// </summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IKlokken
{
    /// <summary>The clocks of a pair with these keys, by key; those that were never set or stopped are not among them.</summary>
    Task<IReadOnlyDictionary<string, Klok>> ZoekAsync(Paar paar, IReadOnlyCollection<string> sleutels, CancellationToken cancellation);

    /// <summary>The clocks on one bericht of a pair, also those that were stopped.</summary>
    Task<IReadOnlyList<Klok>> VanBerichtAsync(Paar paar, string berichtId, CancellationToken cancellation);

    /// <summary>
    /// Stores clocks; <see cref="OpslagFout.Conflict"/> when one has changed since it was read, or is there already while it was not: then
    /// some may have been stored, and some not.
    /// </summary>
    Task SchrijfAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation);

    /// <summary>Puts clocks on the agenda, each at the last day of its term; doing it again changes nothing.</summary>
    Task ZetOpAgendaAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation);

    /// <summary>Takes clocks off the agenda of the last day of their terms; no error when one is not on it.</summary>
    Task HaalVanAgendaAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation);

    /// <summary>What stands on the agenda before <paramref name="dag"/>, oldest first; only these rows are read.</summary>
    IAsyncEnumerable<Agendapunt> AgendaVoorAsync(DateOnly dag, CancellationToken cancellation);

    /// <summary>Strikes out what stood on the agenda; no error when it is gone already.</summary>
    Task StreepDoorAsync(Agendapunt punt, CancellationToken cancellation);

    /// <summary>Puts a clock among what is late, for both parties; doing it again changes nothing.</summary>
    Task MeldTeLaatAsync(Klok klok, CancellationToken cancellation);

    /// <summary>Takes clocks out of what is late, for both parties; no error when one is not there.</summary>
    Task NietMeerTeLaatAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation);

    /// <summary>What is late on berichten of a deelnemer, longest first.</summary>
    /// <param name="code">CBS or AGB code of the deelnemer.</param>
    /// <param name="na">The last that was given; null to begin at the first.</param>
    /// <param name="aantal">The most to give.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<TeLaatPagina> TeLaatAsync(string code, string? na, int aantal, CancellationToken cancellation);
}

/// <summary>A part of what is late.</summary>
/// <param name="Klokken">Longest first.</param>
/// <param name="Vervolg">Give it to go on; null when this was the last.</param>
/// <param name="Unreadable">Ids of berichten on which something is late that can't be read; it was told of.</param>
public sealed record TeLaatPagina(IReadOnlyList<Klok> Klokken, string? Vervolg, IReadOnlyList<string> Unreadable);

/// <summary>That the term of a clock ends on a day.</summary>
/// <param name="Uiterlijk">The last day.</param>
/// <param name="Paar">The pair of the clock.</param>
/// <param name="Sleutel">The key of the clock.</param>
public sealed record Agendapunt(DateOnly Uiterlijk, Paar Paar, string Sleutel);
