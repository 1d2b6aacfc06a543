using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

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
