using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content.Building;

/// <summary>Reads a CDT_GeslotenPeriode.</summary>
internal sealed class PeriodField(KlasseModel klasse, string path)
{
    private readonly Field _begin = klasse.Field($"{path}/Begindatum");

    private readonly Field _end = klasse.Field($"{path}/Einddatum");

    /// <summary>The period.</summary>
    public Period Read(Record record) => new(record.Date(_begin), record.Date(_end));
}
