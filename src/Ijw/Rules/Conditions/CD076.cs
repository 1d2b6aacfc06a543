using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with an Omvang per week has an end date (rules.md 3).</summary>
internal sealed class CD076 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OpProductOfWijziging(product => product.Vul(product.Eind(), als: product.Is("Omvang/Frequentie", "2")));
}
