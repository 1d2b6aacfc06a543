using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A ToegewezenProduct without Product.Code that runs past 2020 has no Omvang (rules.md 3).</summary>
internal sealed class CD080 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW301"],
            "ToegewezenProduct",
            product => product.LeaveEmpty("Omvang", condition: product.Empty("Product/Code").And(product.RunsPast2020()))
        );
}
