using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>What is still under investigation has no reason for rejection (rules.md 3).</summary>
internal sealed class CD086 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW319"],
            "Antwoord",
            answer => answer.LeaveEmpty("RedenAfwijzingVerzoek", condition: answer.Is("VerzoekAntwoord", "2"))
        );
}
