namespace Ijw.Rules.Conditions;

/// <summary>A contact of Soort 01 or 03, of the client or a relatie, has a Postcode (rules.md 3).</summary>
internal sealed class CD034 : BerichtRule
{
    public override void Bind(Binding binding) => binding.Op(["JW301"], "Contact", contact =>
    {
        var soort = contact.Veld("Soort");
        var postcode = contact.Veld("Adres/Postcode");
        return (record, melder) =>
        {
            if ((record.Is(soort, "01"u8) || record.Is(soort, "03"u8)) && !record.Heeft(postcode)) melder.Op(postcode);
        };
    });
}
