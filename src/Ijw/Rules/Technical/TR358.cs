using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>The total of a declaratie is the sum of its prestaties (rules.md 5).</summary>
internal sealed class TR358 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Volg<Som>(["JW323"],
            ("Prestatie", (prestatie, som) =>
            {
                var bedrag = prestatie.Bedrag("IngediendBedrag", "Bedrag");
                return (record, _) => som.Ingediend += bedrag(record);
            }
    ),
            ("Declaratie", (declaratie, som) =>
            {
                var totaal = declaratie.Bedrag("TotaalIngediendBedrag", "TotaalBedrag");
                var veld = declaratie.Veld("TotaalIngediendBedrag");
                return (record, melder) =>
                {
                    if (totaal(record) != som.Ingediend) melder.Op(veld);
                };
            }
    ));

    private sealed class Som : IGeheugendeel
    {
        public long Ingediend { get; set; }

        public void Clear() => Ingediend = 0;
    }
}
