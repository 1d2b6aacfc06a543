using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A rejection gives its reason (rules.md 3).</summary>
internal sealed class CD085 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW319"], "Antwoord", antwoord => antwoord.Vul("RedenAfwijzingVerzoek", als: antwoord.Is("VerzoekAntwoord", "1")));
}
