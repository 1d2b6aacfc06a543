namespace Ijw.Dossiers;

/// <summary>One product that a gemeente and an aanbieder agreed on.</summary>
/// <param name="Category">JZ020, two characters.</param>
/// <param name="Code">The productcode, 1 to 5 characters.</param>
/// <param name="From">The first day on which it can be assigned.</param>
/// <param name="Through">The last day; null when it is still in use.</param>
/// <param name="Eenheid">WJ756, the unit of the contract; null when it isn't known.</param>
/// <param name="Rate">Eurocent per unit; null when it isn't known.</param>
public sealed record ProductAgreement(
    string Category,
    string Code,
    DateOnly From,
    DateOnly? Through = null,
    string? Eenheid = null,
    int? Rate = null
)
{
    /// <summary>Whether it can be assigned on a day.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && (Through is null || day <= Through);
}
