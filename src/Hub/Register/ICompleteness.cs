namespace Hub.Register;

/// <summary>
/// Of which pairs of gemeente and aanbieder the register knows all that came before the hub (limits.md section 3). Until then level 3 only
/// advises, and the hub grants no declaratie.
/// </summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface ICompleteness
{
    /// <summary>Whether the register of the pair is complete; false while nobody said so.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> IsCompleteAsync(Pair pair, CancellationToken cancellation);

    /// <summary>Says that the register of the pair is complete, or that it is not; saying it again changes nothing.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="complete">What it is.</param>
    /// <param name="cancellation">Stops it.</param>
    Task SetAsync(Pair pair, bool complete, CancellationToken cancellation);
}
