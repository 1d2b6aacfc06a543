using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A rejection gives its reason (rules.md 3).</summary>
internal sealed class CD085 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW319"], "Antwoord", answer => answer.Fill("RedenAfwijzingVerzoek", condition: answer.Is("VerzoekAntwoord", "1")));
}
