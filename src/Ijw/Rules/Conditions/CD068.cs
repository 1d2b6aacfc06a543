using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A verwijzer of type 01, 06 or 08 has no code (rules.md 3).</summary>
internal sealed class CD068 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW315"], "AangevraagdProduct", product =>
            product.LaatLeeg("Verwijzer/ZorgverlenerCode", als: product.Is("Verwijzer/Type", "01", "06", "08")));
}
