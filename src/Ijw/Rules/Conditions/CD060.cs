using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A prestatie refers to an earlier one exactly when it is a credit (rules.md 3).</summary>
internal sealed class CD060 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW323", "JW325"],
            "Prestatie",
            prestatie =>
                prestatie.FillOnly("ProductReferentie/VorigReferentieNummer", condition: prestatie.Is("IngediendBedrag/DebetCredit", "C"))
        );
}
