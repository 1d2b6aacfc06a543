namespace Ijw.Rules.Technical;

/// <summary>A rejection for another reason than woonplaatsbeginsel names no gemeente; without any reason it is advice (rules.md 5, 11.19).</summary>
internal sealed class TR409 : BerichtRule
{
    private const string NoReason =
        "Er staat een andere gemeente in het antwoord, maar het verzoek is niet afgewezen op het woonplaatsbeginsel. De gepubliceerde controle laat dit "
        + "door. Laat Woonplaatsbeginsel liever weg, zodat de aanbieder niet naar de verkeerde gemeente gaat.";

    public override void Bind(Binding binding) => binding.Op(["JW319"], "Antwoord", antwoord =>
    {
        var gemeente = antwoord.Veld("Woonplaatsbeginsel");
        var reden = antwoord.Veld("RedenAfwijzingVerzoek");
        var isWoonplaats = antwoord.Is("RedenAfwijzingVerzoek", "8");
        return (record, melder) =>
        {
            if (!record.Heeft(gemeente) || isWoonplaats(record)) return;
            if (record.Heeft(reden)) melder.Op(gemeente);
            else melder.Advise(gemeente, NoReason);
        };
    });
}
