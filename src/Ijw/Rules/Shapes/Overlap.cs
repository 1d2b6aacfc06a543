using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Finds the same product in overlapping periods within one bericht (TR302, TR386, TR410); no end date means open.</summary>
internal sealed class Overlap : IGeheugendeel
{
    private readonly Productperiodes _gezien = new();

    /// <inheritdoc/>
    public void Clear() => _gezien.Clear();

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
            var (van, exact) = (Nummer(record, categorie), Nummer(record, code));
            if (_gezien.Overlapt(van, exact, periode)) melder.OpKlasse();
            _gezien.Voeg(van, exact, periode);
        };
    }

    private int Nummer(Record record, Veld veld) => record.Heeft(veld) ? _gezien.Nummer(record.Bytes(veld)) : Productperiodes.Geen;
}
