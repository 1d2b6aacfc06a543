namespace Hub.Berichten;

/// <summary>The state of every bericht that was taken in or made; table <c>berichten</c>.</summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IBerichten
{
    /// <summary>The state of one bericht; null when there is none with this id.</summary>
    Task<BerichtStatus?> ZoekAsync(string berichtId, CancellationToken cancellation);

    /// <summary>Adds a bericht; gives its version, or null, and nothing changed, when it is there already.</summary>
    Task<string?> VoegToeAsync(BerichtStatus bericht, CancellationToken cancellation);

    /// <summary>
    /// Replaces states that were read; <see cref="OpslagFout.Conflict"/> when one has changed since. A bericht and the answer that the hub
    /// makes on it change together, or not at all.
    /// </summary>
    Task WerkBijAsync(IReadOnlyList<BerichtStatus> berichten, CancellationToken cancellation);

    /// <summary>Removes a bericht that is destroyed; no error when it is gone already.</summary>
    Task VerwijderAsync(string berichtId, CancellationToken cancellation);

    /// <summary>All berichten in the order of their ids, while they are read; what is added meanwhile may be among them or not.</summary>
    /// <param name="na">Begins behind this id, or at the first that begins with this text, such as <c>0503-</c>; null to begin at the first
    /// of all.</param>
    /// <param name="cancellation">Stops it.</param>
    IAsyncEnumerable<BerichtStatus> AlleAsync(string? na, CancellationToken cancellation);

    /// <summary>Whether the table answers; throws when not.</summary>
    Task PeilAsync(CancellationToken cancellation);
}
