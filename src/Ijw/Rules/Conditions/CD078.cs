using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with an Omvang has no Budget; the mirror of CD077 (rules.md 3).</summary>
internal sealed class CD078 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnProductOrWijziging(product => product.LeaveEmpty("Budget", condition: product.Filled("Omvang")));
}
