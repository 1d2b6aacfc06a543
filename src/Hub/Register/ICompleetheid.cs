namespace Hub.Register;

/// <summary>
/// Of which pairs of gemeente and aanbieder the register knows all that came before the hub (limits.md section 3). Until then level 3 only advises,
/// and the hub grants no declaratie.
/// </summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface ICompleetheid
{
    /// <summary>Whether the register of the pair is complete; false while nobody said so.</summary>
    /// <param name="gemeente">CBS code, 4 digits.</param>
    /// <param name="aanbieder">AGB code, 8 digits.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> IsCompleetAsync(string gemeente, string aanbieder, CancellationToken cancellation);

    /// <summary>Says that the register of the pair is complete, or that it is not; saying it again changes nothing.</summary>
    /// <param name="gemeente">CBS code, 4 digits.</param>
    /// <param name="aanbieder">AGB code, 8 digits.</param>
    /// <param name="compleet">What it is.</param>
    /// <param name="cancellation">Stops it.</param>
    Task ZetAsync(string gemeente, string aanbieder, bool compleet, CancellationToken cancellation);
}
