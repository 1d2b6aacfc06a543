using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>Each requested product has a ReferentieAanbieder of its own (rules.md 5).</summary>
internal sealed class TR383 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW315"], klasse => klasse.Naam == "AangevraagdProduct", (Klassemodel product, Sleutelverzameling gezien) =>
        {
            var referentie = product.Veld("ReferentieAanbieder");
            return (record, melder) =>
            {
                if (!gezien.Add(record.Bytes(referentie))) melder.Op(referentie);
            };
        });
}
