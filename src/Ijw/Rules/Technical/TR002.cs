using Ijw.Reading.Values;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Nobody is older than 120 years; only the fully unknown date 1900-01-01 with DatumGebruik 3 is exempt (rules.md 5).</summary>
internal sealed class TR002 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnEach(
            ["JW301", "JW305", "JW307", "JW315"],
            klasse => klasse.Knows("Geboortedatum/Datum"),
            klasse =>
            {
                var date = klasse.Field("Geboortedatum/Datum");
                var unknown = klasse.Is("Geboortedatum/DatumGebruik", "3");
                return klasse.Check(
                    "Geboortedatum/Datum",
                    record =>
                        (unknown(record) && record.Is(date, "1900-01-01"u8))
                        || Dates.Date(record.Number(date)) is not { Year: <= OldestYear } born
                            ? record.Number(date) >= 0
                            : born.AddYears(Years).DayNumber >= record.Dagtekening()
                );
            }
        );

    private const int Years = 120;

    private const int OldestYear = 9999 - Years;
}
