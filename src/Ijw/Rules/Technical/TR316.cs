using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A credit and the prestatie that it credits are not in one bericht (rules.md 5). Found at the later of the two.</summary>
internal sealed class TR316 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW323"], klasse => klasse.Naam == "Prestatie", (Klassemodel prestatie, Nummers gezien) =>
        {
            var referentie = prestatie.Veld("ProductReferentie");
            var nummer = prestatie.Veld("ProductReferentie/ReferentieNummer");
            var vorige = prestatie.Veld("ProductReferentie/VorigReferentieNummer");
            return (record, melder) =>
            {
                var eigen = record.Bytes(nummer);
                gezien.Eigen.Noteer(eigen);
                var isCredit = record.IsFilled(vorige);
                if (isCredit) gezien.Vorige.Add(record.Bytes(vorige));
                if (gezien.Vorige.Bevat(eigen) || (isCredit && gezien.Eigen.Bevat(record.Bytes(vorige)))) melder.Op(referentie);
            };
        });

    private sealed class Nummers : IGeheugendeel
    {
        public Sleutelverzameling Eigen { get; } = new();

        public Sleutelverzameling Vorige { get; } = new();

        public void Clear()
        {
            Eigen.Clear();
            Vorige.Clear();
        }
    }
}
