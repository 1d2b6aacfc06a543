namespace Ijw.Dossiers;

/// <summary>One product that a gemeente and an aanbieder agreed on.</summary>
/// <param name="Categorie">JZ020, two characters.</param>
/// <param name="Code">The productcode, 1 to 5 characters.</param>
/// <param name="Vanaf">The first day on which it can be assigned.</param>
/// <param name="TotEnMet">The last day; null when it is still in use.</param>
/// <param name="Eenheid">WJ756, the unit of the contract; null when it isn't known.</param>
/// <param name="Tarief">Eurocent per unit; null when it isn't known.</param>
public sealed record Productafspraak(string Categorie, string Code, DateOnly Vanaf, DateOnly? TotEnMet = null, string? Eenheid = null, int? Tarief = null)
{
    /// <summary>Whether it can be assigned on a day.</summary>
    public bool GeldtOp(DateOnly dag) => Vanaf <= dag && (TotEnMet is null || dag <= TotEnMet);
}

/// <summary>The products that one gemeente and one aanbieder use, by the day of assigning (limits.md 7): the national list or their own.</summary>
public sealed class Productcodelijst
{
    private readonly ILookup<string, Productafspraak> _perCode;

    /// <summary>A list of what was agreed; a code may come back with other days, units or tariffs.</summary>
    public Productcodelijst(IEnumerable<Productafspraak> afspraken) => _perCode = afspraken.ToLookup(afspraak => afspraak.Code, StringComparer.Ordinal);

    /// <summary>What was agreed on a product and could be assigned on one of the days.</summary>
    public IEnumerable<Productafspraak> Zoek(string categorie, string code, params IEnumerable<DateOnly> dagen) =>
        _perCode[code].Where(afspraak => afspraak.Categorie == categorie && dagen.Any(afspraak.GeldtOp));
}
