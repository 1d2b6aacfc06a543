using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with a Code has an Omvang (rules.md 3).</summary>
internal sealed class CD041 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnProduct(product => product.Fill("Omvang", condition: product.Filled("Product/Code")));
}
