using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>Without a Budget there is a Product (rules.md 3).</summary>
internal sealed class CD079 : BerichtRule
{
    public override void Bind(Binding binding) => binding.OnProduct(product => product.Fill("Product", condition: product.Empty("Budget")));
}
