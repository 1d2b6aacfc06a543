using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;

namespace Ijw.Rules.Shapes;

/// <summary>Finds the same product in overlapping periods within one bericht (TR302, TR386, TR410); no end date means open.</summary>
internal sealed class Overlap : IMemoryPart
{
    private readonly ProductPeriods _seen = new();

    /// <inheritdoc/>
    public void Clear() => _seen.Clear();

    /// <summary>Reports each product that overlaps with an earlier one that is the same; the work grows with n log n.</summary>
    /// <param name="product">The class.</param>
    /// <param name="counts">Whether a product counts at all.</param>
    public RecordCheck Check(KlasseModel product, Condition counts)
    {
        var category = product.Field("Product/Categorie");
        var code = product.Field("Product/Code");
        var begin = product.Field(product.Begin());
        var end = product.Field(product.End());
        return (record, reporter) =>
        {
            if (!counts(record))
            {
                return;
            }
            var period = (record.Number(begin), record.Has(end) ? record.Number(end) : long.MaxValue);
            var (from, exact) = (Number(record, category), Number(record, code));
            if (_seen.Overlaps(from, exact, period))
            {
                reporter.OnKlasse();
            }
            _seen.Add(from, exact, period);
        };
    }

    private int Number(Record record, Field field) => record.Has(field) ? _seen.Number(record.Bytes(field)) : ProductPeriods.No;
}
