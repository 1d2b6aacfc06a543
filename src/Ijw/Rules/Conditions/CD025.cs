using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>An address in the Netherlands has a Huis (rules.md 3).</summary>
internal sealed class CD025 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "Contact", contact => contact.Fill("Adres/Huis", condition: contact.Is("Adres/LandCode", "NL")));
}
