using Ijw.Rules.Shapes;

namespace Ijw.Rules.Conditions;

/// <summary>A Periode belongs only to a contact of Soort 04; without one it may still be left out (rules.md 3).</summary>
internal sealed class CD009 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(["JW301"], "Contact", contact => contact.LeaveEmpty("Periode", condition: contact.Is("Soort", "04").Not()));
}
