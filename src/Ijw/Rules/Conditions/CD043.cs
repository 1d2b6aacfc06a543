using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>BeschikkingIngangsdatum is filled exactly when BeschikkingNummer is (rules.md 3).</summary>
internal sealed class CD043 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW315"], "AangevraagdProduct", product =>
            product.VulAlleen("BeschikkingIngangsdatum", als: product.Gevuld("BeschikkingNummer")));
}
