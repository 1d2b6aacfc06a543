using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A VOW names at least one product that is there already (rules.md 5).</summary>
internal sealed class TR352 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW317"], "Verzoek", verzoek => TR353.AtLeastOne(verzoek, "OngewijzigdeProducten", "TeWijzigenProducten"));
}
