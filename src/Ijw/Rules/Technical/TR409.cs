using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A rejection for another reason than woonplaatsbeginsel names no gemeente; without any reason it is advice (rules.md 5, 11.19).</summary>
internal sealed class TR409 : BerichtRule
{
    public override void Bind(Binding binding) => binding.Op(["JW319"], "Antwoord", antwoord =>
    {
        var gemeente = antwoord.Veld("Woonplaatsbeginsel");
        var reden = antwoord.Veld("RedenAfwijzingVerzoek");
        var isWoonplaats = antwoord.Is("RedenAfwijzingVerzoek", "8");
        return (record, melder) =>
        {
            if (!record.Heeft(gemeente) || isWoonplaats(record)) return;
            if (record.Heeft(reden)) melder.Op(gemeente);
            else melder.Advise(gemeente, "noReason");
        };
    });
}
