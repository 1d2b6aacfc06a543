using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>RedenWijziging 01 is no longer used (rules.md 4).</summary>
internal sealed class CS336 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "ToegewezenProduct", product => product.Check("RedenWijziging", product.Is("RedenWijziging", "01").Not()));
}
