namespace Ijw.Rules.Conditions;

/// <summary>Taal is filled exactly when Vorm is 1, an interpreter (rules.md 3).</summary>
internal sealed class CD007 : BerichtRule
{
    public override void Bind(Binding binding) => binding.Op(["JW301"], "Client", client =>
    {
        var vorm = client.Veld("Communicatie/Vorm");
        var taal = client.Veld("Communicatie/Taal");
        return (record, melder) =>
        {
            if (record.Is(vorm, "1"u8) != record.Heeft(taal)) melder.Op(taal);
        };
    });
}
