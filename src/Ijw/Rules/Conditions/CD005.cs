using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>LandCode is filled exactly when Postcode is (rules.md 3).</summary>
internal sealed class CD005 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "Contact", contact => contact.FillOnly("Adres/LandCode", condition: contact.Filled("Adres/Postcode")));
}
