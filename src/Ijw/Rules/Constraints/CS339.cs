using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A prestatie in euro (83) has a Bedrag equal to its GeleverdVolume, both in eurocent (rules.md 4).</summary>
internal sealed class CS339 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW323"], "Prestatie", prestatie =>
        {
            var euro = prestatie.Is("Eenheid", "83");
            var volume = prestatie.Veld("GeleverdVolume");
            var bedrag = prestatie.Veld("IngediendBedrag/Bedrag");
            return prestatie.Toets("IngediendBedrag", record => !euro(record) || record.Getal(bedrag) == record.Getal(volume));
        });
}
