using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A contact can be reached: by telephone, or at a house number and Postcode (rules.md 5).</summary>
internal sealed class TR006 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.On(
            ["JW301"],
            "Contact",
            contact =>
            {
                var telefoon = contact.Filled("Telefoon");
                var address = contact.Filled("Adres/Huis").And(contact.Filled("Adres/Postcode"));
                return (record, reporter) =>
                {
                    if (!telefoon(record) && !address(record))
                    {
                        reporter.OnKlasse();
                    }
                };
            }
        );
}
