using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A verwijzer of type 01, 06 or 08 has no code (rules.md 3).</summary>
internal sealed class CD068 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW315"],
            "AangevraagdProduct",
            product => product.LeaveEmpty("Verwijzer/ZorgverlenerCode", condition: product.Is("Verwijzer/Type", "01", "06", "08"))
        );
}
