using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A contact can be reached: by telephone, or at a house number and Postcode (rules.md 5).</summary>
internal sealed class TR006 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW301"], "Contact", contact =>
        {
            var telefoon = contact.Gevuld("Telefoon");
            var adres = contact.Gevuld("Adres/Huis").En(contact.Gevuld("Adres/Postcode"));
            return (record, melder) =>
            {
                if (!telefoon(record) && !adres(record)) melder.OpKlasse();
            };
        });
}
