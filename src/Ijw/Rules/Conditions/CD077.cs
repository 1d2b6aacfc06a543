using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with a Budget has no Omvang (rules.md 3).</summary>
internal sealed class CD077 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnProductOrWijziging(product => product.LeaveEmpty("Omvang", condition: product.Filled("Budget")));
}
