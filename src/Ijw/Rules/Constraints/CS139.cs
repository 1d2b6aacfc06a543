using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A birth date that is partly unknown has 01 for what is unknown, and 1900-01-01 when all is (rules.md 4).</summary>
internal sealed class CS139 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnEach(
            ["JW301", "JW305", "JW307", "JW315"],
            klasse => klasse.Knows("Geboortedatum/DatumGebruik"),
            klasse =>
            {
                var date = klasse.Field("Geboortedatum/Datum");
                var use = klasse.Field("Geboortedatum/DatumGebruik");
                return klasse.Check(
                    "Geboortedatum/DatumGebruik",
                    record =>
                        record.Bytes(use)[0] switch
                        {
                            (byte)'1' => record.Bytes(date).EndsWith("-01"u8),
                            (byte)'2' => record.Bytes(date).EndsWith("-01-01"u8),
                            _ => record.Is(date, "1900-01-01"u8),
                        }
                );
            }
        );
}
