using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with a Code has an Omvang (rules.md 3).</summary>
internal sealed class CD041 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OpProduct(product => product.Vul("Omvang", als: product.Gevuld("Product/Code")));
}
