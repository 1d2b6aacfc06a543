namespace Hub.Register;

/// <summary>
/// Of which pairs of gemeente and aanbieder the register knows all that came before the hub (limits.md section 3). Until then level 3 only
/// advises, and the hub grants no declaratie.
/// </summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface ICompleetheid
{
    /// <summary>Whether the register of the pair is complete; false while nobody said so.</summary>
    /// <param name="paar">The pair.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> IsCompleetAsync(Paar paar, CancellationToken cancellation);

    /// <summary>Says that the register of the pair is complete, or that it is not; saying it again changes nothing.</summary>
    /// <param name="paar">The pair.</param>
    /// <param name="compleet">What it is.</param>
    /// <param name="cancellation">Stops it.</param>
    Task ZetAsync(Paar paar, bool compleet, CancellationToken cancellation);
}
