using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A rejection for woonplaatsbeginsel (reden 8) names the gemeente (rules.md 5).</summary>
internal sealed class TR377 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW319"], "Antwoord", answer => answer.Fill("Woonplaatsbeginsel", condition: answer.Is("RedenAfwijzingVerzoek", "8")));
}
