using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A AangevraagdProduct without Product.Code that runs past 2020 has no Omvang (rules.md 3).</summary>
internal sealed class CD095 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW315"],
            "AangevraagdProduct",
            product => product.LeaveEmpty("Omvang", condition: product.Empty("Product/Code").And(product.RunsPast2020()))
        );
}
