using System.Text;
using Ijw.Reading;

namespace Ijw.Rules;

/// <summary>
/// Finds the same product in overlapping periods (TR302, TR386, TR410). Two are the same when both have a Code and Categorie and Code are
/// equal, when one lacks a Code and the Categorie is equal, or when one has no Product at all. No end date means open.
/// </summary>
internal sealed class Overlap : IGeheugendeel
{
    private readonly Dictionary<(string? Categorie, string? Code, bool Elk), Periodeverzameling> _groepen = [];

    /// <inheritdoc/>
    public void Clear() => _groepen.Clear();

    /// <summary>Reports each product that overlaps with an earlier one that is the same; the work grows with n log n.</summary>
    /// <param name="product">The class.</param>
    /// <param name="telt">Whether a product counts at all.</param>
    public RecordCheck Check(Klassemodel product, Voorwaarde telt)
    {
        var categorie = product.Veld("Product/Categorie");
        var code = product.Veld("Product/Code");
        var begin = product.Veld(product.Begin());
        var eind = product.Veld(product.Eind());
        return (record, melder) =>
        {
            if (!telt(record)) return;
            var periode = (record.Getal(begin), record.Heeft(eind) ? record.Getal(eind) : long.MaxValue);
            var van = record.Heeft(categorie) ? record.Tekst(categorie) : null;
            var exact = record.Heeft(code) ? Encoding.UTF8.GetString(record.Bytes(code)) : null;
            if (Overlapt(van, exact, periode)) melder.OpKlasse();
            Voeg(van, exact, periode);
        };
    }

    private bool Overlapt(string? categorie, string? code, (long Begin, long Eind) periode)
    {
        if (categorie is null) return Groep(null, null, elk: true).Overlapt(periode);
        if (Groep(null, null, elk: false).Overlapt(periode)) return true;
        if (code is null) return Groep(categorie, null, elk: true).Overlapt(periode);
        return Groep(categorie, code, elk: false).Overlapt(periode) || Groep(categorie, null, elk: false).Overlapt(periode);
    }

    private void Voeg(string? categorie, string? code, (long Begin, long Eind) periode)
    {
        Groep(categorie, code, elk: false).Voeg(periode);
        Groep(null, null, elk: true).Voeg(periode);
        if (categorie is not null) Groep(categorie, null, elk: true).Voeg(periode);
    }

    /// <summary>The periods of what is the same product: exactly this one, or anything of it.</summary>
    private Periodeverzameling Groep(string? categorie, string? code, bool elk)
    {
        if (!_groepen.TryGetValue((categorie, code, elk), out var groep)) _groepen.Add((categorie, code, elk), groep = new Periodeverzameling());
        return groep;
    }
}
