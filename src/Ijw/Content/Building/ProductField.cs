using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Reads a CDT_Product.</summary>
internal sealed class ProductField(KlasseModel klasse, Codes codes)
{
    private readonly Field _group = klasse.Field("Product");

    private readonly Field _category = klasse.Field("Product/Categorie");

    private readonly Field _code = klasse.Field("Product/Code");

    /// <summary>The product; null when absent.</summary>
    public Product? Read(Record record) =>
        record.Has(_group) ? new Product(codes.Read(record, _category), codes.ReadOrNull(record, _code)) : null;
}
