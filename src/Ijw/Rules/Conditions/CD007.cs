using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>Taal is filled exactly when Vorm is 1, an interpreter (rules.md 3).</summary>
internal sealed class CD007 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "Client", client => client.FillOnly("Communicatie/Taal", condition: client.Is("Communicatie/Vorm", "1")));
}
