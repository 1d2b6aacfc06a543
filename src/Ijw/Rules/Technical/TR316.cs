using Ijw.Reading;

namespace Ijw.Rules.Technical;

/// <summary>A credit and the prestatie that it credits are not in one bericht (rules.md 5).</summary>
internal sealed class TR316 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW323"], klasse => klasse.Naam == "Prestatie", prestatie =>
        {
            var referentie = prestatie.Veld("ProductReferentie");
            var nummer = prestatie.Veld("ProductReferentie/ReferentieNummer");
            var vorige = prestatie.Veld("ProductReferentie/VorigReferentieNummer");
            var nummers = new Sleutelverzameling();
            var vorigen = new Sleutelverzameling();
            return (record, melder) =>
            {
                nummers.Add(record.Bytes(nummer));
                if (record.Heeft(vorige)) vorigen.Add(record.Bytes(vorige));
                if (vorigen.Bevat(record.Bytes(nummer)) || (record.Heeft(vorige) && nummers.Bevat(record.Bytes(vorige)))) melder.Op(referentie);
            };
        });
}
