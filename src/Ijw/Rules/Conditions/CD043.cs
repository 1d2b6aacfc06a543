using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>BeschikkingIngangsdatum is filled exactly when BeschikkingNummer is (rules.md 3).</summary>
internal sealed class CD043 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW315"],
            "AangevraagdProduct",
            product => product.FillOnly("BeschikkingIngangsdatum", condition: product.Filled("BeschikkingNummer"))
        );
}
