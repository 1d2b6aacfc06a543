using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A verwijzer of type 02 to 05 without a code has a Naam (rules.md 3).</summary>
internal sealed class CD067 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW315"],
            "AangevraagdProduct",
            product =>
                product.Fill(
                    "Verwijzer/Naam",
                    condition: product.Is("Verwijzer/Type", "02", "03", "04", "05").And(product.Empty("Verwijzer/ZorgverlenerCode"))
                )
        );
}
