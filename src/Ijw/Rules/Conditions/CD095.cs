using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A AangevraagdProduct without Product.Code that runs past 2020 has no Omvang (rules.md 3).</summary>
internal sealed class CD095 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW315"], "AangevraagdProduct", product =>
            product.LaatLeeg("Omvang", als: product.Leeg("Product/Code").En(product.LooptDoorNa2020())));
}
