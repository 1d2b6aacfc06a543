using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Codes and other short texts that come back all the time, each kept once per bericht.</summary>
internal sealed class Codes
{
    private readonly Dictionary<ulong, string> _texts = [];

    /// <summary>The text of a field.</summary>
    public string Read(Record record, Field field)
    {
        var bytes = record.Bytes(field);
        if (bytes.Length > sizeof(ulong) || bytes.Contains((byte)0))
        {
            return record.Text(field);
        }
        var packed = 0UL;
        foreach (var value in bytes)
        {
            packed = (packed << 8) | value;
        }
        if (!_texts.TryGetValue(packed, out var text))
        {
            _texts.Add(packed, text = record.Text(field));
        }
        return text;
    }

    /// <summary>The text of a field; null when absent.</summary>
    public string? ReadOrNull(Record record, Field field) => record.Has(field) ? Read(record, field) : null;
}

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

/// <summary>Reads a CDT_Omvang.</summary>
internal sealed class OmvangField(KlasseModel klasse, Codes codes)
{
    private readonly Field _group = klasse.Field("Omvang");
    private readonly Field _volume = klasse.Field("Omvang/Volume");
    private readonly Field _eenheid = klasse.Field("Omvang/Eenheid");
    private readonly Field _frequentie = klasse.Field("Omvang/Frequentie");

    /// <summary>The omvang; null when absent.</summary>
    public Omvang? Read(Record record) =>
        record.Has(_group) ? new Omvang(record.Int(_volume), codes.Read(record, _eenheid), codes.Read(record, _frequentie)) : null;
}

/// <summary>Reads a CDT_GeslotenPeriode.</summary>
internal sealed class PeriodField(KlasseModel klasse, string path)
{
    private readonly Field _begin = klasse.Field($"{path}/Begindatum");
    private readonly Field _end = klasse.Field($"{path}/Einddatum");

    /// <summary>The period.</summary>
    public Period Read(Record record) => new(record.Date(_begin), record.Date(_end));
}
