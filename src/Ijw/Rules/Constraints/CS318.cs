using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>NaamGebruik 6, a legal entity, is for a relatie only (rules.md 4).</summary>
internal sealed class CS318 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "Client", client => client.Check("Naam/NaamGebruik", client.Is("Naam/NaamGebruik", "6").Not()));
}
