using Ijw.Reading.Values;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Nobody is older than 120 years; only the fully unknown date 1900-01-01 with DatumGebruik 3 is exempt (rules.md 5).</summary>
internal sealed class TR002 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OpElk(["JW301", "JW305", "JW307", "JW315"], klasse => klasse.Kent("Geboortedatum/Datum"), klasse =>
        {
            var datum = klasse.Veld("Geboortedatum/Datum");
            var onbekend = klasse.Is("Geboortedatum/DatumGebruik", "3");
            return klasse.Toets("Geboortedatum/Datum", record =>
                (onbekend(record) && record.Is(datum, "1900-01-01"u8)) || Datums.Datum(record.Getal(datum)) is not { Year: <= OudsteJaar } geboren
                    ? record.Getal(datum) >= 0
                    : geboren.AddYears(Jaren).DayNumber >= record.Dagtekening());
        });

    private const int Jaren = 120;

    private const int OudsteJaar = 9999 - Jaren;
}
