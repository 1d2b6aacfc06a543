namespace Ijw.Dossiers;

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
