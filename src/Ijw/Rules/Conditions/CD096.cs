using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A NieuwProduct without Product.Code that runs past 2020 has no Omvang (rules.md 3).</summary>
internal sealed class CD096 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW317"],
            "NieuwProduct",
            product => product.LeaveEmpty("Omvang", condition: product.Empty("Product/Code").And(product.RunsPast2020()))
        );
}
