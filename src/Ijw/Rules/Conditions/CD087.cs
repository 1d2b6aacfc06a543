using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A prestatie has a tariff exactly when its Eenheid is not euro (83) (rules.md 3).</summary>
internal sealed class CD087 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW323"],
            "Prestatie",
            prestatie => prestatie.FillOnly("ProductTarief", condition: prestatie.Is("Eenheid", "83").Not())
        );
}
