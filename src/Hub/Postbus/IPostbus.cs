namespace Hub.Postbus;

/// <summary>The postbussen of deelnemers that fetch over HTTP; table <c>postbus</c>.</summary>
/// <remarks>
/// At least once: a poststuk is listed until its receiver confirms it. In one postbus the numbers rise in the order in which poststukken
/// became visible, so nothing can appear behind a number that was read. Every operation throws <see cref="StorageException"/>.
/// </remarks>
public interface IPostbus
{
    /// <summary>
    /// Puts a poststuk in; false, and nothing changed, when one with its id is or was there, also when it has been confirmed.
    /// </summary>
    /// <param name="code">CBS or AGB code of the deelnemer whose postbus it is.</param>
    /// <param name="piece">What to put in.</param>
    /// <param name="cancellation">Stops it; it may be in or not.</param>
    Task<bool> DepositAsync(string code, Poststuk piece, CancellationToken cancellation);

    /// <summary>What waits behind <paramref name="after"/>, oldest first.</summary>
    /// <param name="code">CBS or AGB code of the deelnemer whose postbus it is.</param>
    /// <param name="after">The number after which to begin; 0 for all.</param>
    /// <param name="count">The most to give.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<PostbusPage> ListAsync(string code, long after, int count, CancellationToken cancellation);

    /// <summary>How many wait in a postbus; of more than <paramref name="max"/> that many.</summary>
    Task<int> CountAsync(string code, int max, CancellationToken cancellation);

    /// <summary>Takes out what its receiver has; false when this postbus never had it. Confirming again changes nothing.</summary>
    Task<bool> ConfirmAsync(string code, string id, CancellationToken cancellation);
}
