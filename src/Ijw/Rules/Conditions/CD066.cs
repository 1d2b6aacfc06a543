using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A verwijzer of type 02 to 05 with a code has no Naam (rules.md 3).</summary>
internal sealed class CD066 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW315"],
            "AangevraagdProduct",
            product =>
                product.LeaveEmpty(
                    "Verwijzer/Naam",
                    condition: product.Is("Verwijzer/Type", "02", "03", "04", "05").And(product.Filled("Verwijzer/ZorgverlenerCode"))
                )
        );
}
