using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>An address in the Netherlands has a Huis (rules.md 3).</summary>
internal sealed class CD025 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW301"], "Contact", contact => contact.Vul("Adres/Huis", als: contact.Is("Adres/LandCode", "NL")));
}
