using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>NaamGebruik fits the name: 1 to 4 with a partner's name, 1 or 6 without (rules.md 4).</summary>
internal sealed class CS050 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OpElk(["JW301"], klasse => klasse.Naam is "Client" or "Relatie", klasse =>
        {
            var partner = klasse.Gevuld("Naam/Partnernaam");
            var met = klasse.Is("Naam/NaamGebruik", "1", "2", "3", "4");
            var zonder = klasse.Is("Naam/NaamGebruik", "1", "6");
            var gebruik = klasse.Veld("Naam/NaamGebruik");
            return (record, melder) =>
            {
                if (!record.Heeft(gebruik)) return;
                if (partner(record))
                {
                    if (!met(record)) melder.Op(gebruik, "partner");
                }
                else if (!zonder(record))
                {
                    melder.Op(gebruik);
                }
            };
        });
}
