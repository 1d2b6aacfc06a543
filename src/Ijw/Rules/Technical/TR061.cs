using Ijw.Reading.Keys;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A client has at least one contact of Soort 01, 02 or 03 (rules.md 5, 11.31).</summary>
internal sealed class TR061 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Volg<Gezien>(["JW301"],
            ("Contact", (contact, gezien) =>
            {
                var adres = contact.Is("Soort", "01", "02", "03");
                var vanClient = contact.Ouder!.Naam == "Client";
                return (record, _) => gezien.Adres |= vanClient && adres(record);
            }
    ),
            ("Client", (client, gezien) =>
            {
                var contactgegevens = client.Veld("Contactgegevens");
                return (_, melder) =>
                {
                    if (!gezien.Adres) melder.Op(contactgegevens);
                };
            }
    ));

    private sealed class Gezien : IGeheugendeel
    {
        public bool Adres { get; set; }

        public void Clear() => Adres = false;
    }
}
