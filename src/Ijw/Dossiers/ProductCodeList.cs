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

/// <summary>
/// The products that one gemeente and one aanbieder use, by the day of assigning (limits.md 7): the national list or their own.
/// </summary>
public sealed class ProductCodeList
{
    private readonly ILookup<string, ProductAgreement> _perCode;

    /// <summary>A list of what was agreed; a code may come back with other days, units or tariffs.</summary>
    public ProductCodeList(IEnumerable<ProductAgreement> agreements) =>
        _perCode = agreements.ToLookup(agreement => agreement.Code, StringComparer.Ordinal);

    /// <summary>What was agreed on a product and could be assigned on one of the days.</summary>
    public IEnumerable<ProductAgreement> Find(string category, string code, params IEnumerable<DateOnly> days) =>
        _perCode[code].Where(agreement => agreement.Category == category && days.Any(agreement.IsInForceOn));
}
