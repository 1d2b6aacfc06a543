using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A product with an Omvang per week has an end date (rules.md 3).</summary>
internal sealed class CD076 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.OnProductOrWijziging(product => product.Fill(product.End(), condition: product.Is("Omvang/Frequentie", "2")));
}
