using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A birth date that is partly unknown has 01 for what is unknown, and 1900-01-01 when all is (rules.md 4).</summary>
internal sealed class CS139 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OpElk(["JW301", "JW305", "JW307", "JW315"], klasse => klasse.Kent("Geboortedatum/DatumGebruik"), klasse =>
        {
            var datum = klasse.Veld("Geboortedatum/Datum");
            var gebruik = klasse.Veld("Geboortedatum/DatumGebruik");
            return klasse.Toets("Geboortedatum/DatumGebruik", record => record.Bytes(gebruik)[0] switch
            {
                (byte)'1' => record.Bytes(datum).EndsWith("-01"u8),
                (byte)'2' => record.Bytes(datum).EndsWith("-01-01"u8),
                _ => record.Is(datum, "1900-01-01"u8),
            });
        });
}
