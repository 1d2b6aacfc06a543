using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A contact of Soort 01 or 03, of the client or a relatie, has a Postcode (rules.md 3).</summary>
internal sealed class CD034 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "Contact", contact => contact.Fill("Adres/Postcode", condition: contact.Is("Soort", "01", "03")));
}
