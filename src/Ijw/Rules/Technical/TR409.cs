namespace Ijw.Rules.Technical;

/// <summary>A rejection for another reason than woonplaatsbeginsel names no gemeente (rules.md 5).</summary>
internal sealed class TR409 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW319"], "Antwoord", antwoord => antwoord.LaatLeeg(
            "Woonplaatsbeginsel", als: antwoord.Gevuld("RedenAfwijzingVerzoek").En(antwoord.Is("RedenAfwijzingVerzoek", "8").Niet())));
}
