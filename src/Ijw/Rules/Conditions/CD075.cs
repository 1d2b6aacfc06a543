using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with a Budget has an end date (rules.md 3).</summary>
internal sealed class CD075 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnProductOrWijziging(product => product.Fill(product.End(), condition: product.Filled("Budget")));
}
