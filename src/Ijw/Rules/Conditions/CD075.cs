using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with a Budget has an end date (rules.md 3).</summary>
internal sealed class CD075 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OpProductOfWijziging(product => product.Vul(product.Eind(), als: product.Gevuld("Budget")));
}
