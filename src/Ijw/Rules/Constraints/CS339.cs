using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>A prestatie in euro (83) has a Bedrag equal to its GeleverdVolume, both in eurocent (rules.md 4).</summary>
internal sealed class CS339 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW323"],
            "Prestatie",
            prestatie =>
            {
                var euro = prestatie.Is("Eenheid", "83");
                var volume = prestatie.Field("GeleverdVolume");
                var amount = prestatie.Field("IngediendBedrag/Bedrag");
                return prestatie.Check("IngediendBedrag", record => !euro(record) || record.Number(amount) == record.Number(volume));
            }
        );
}
