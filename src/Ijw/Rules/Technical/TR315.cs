using Ijw.Reading.Keys;
using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A prestatie is credited at most once in a bericht, across clients (rules.md 5).</summary>
internal sealed class TR315 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.VolgElk(["JW323"], klasse => klasse.Naam == "Prestatie", (Klassemodel prestatie, Sleutelverzameling gezien) =>
        {
            var vorige = prestatie.Veld("ProductReferentie/VorigReferentieNummer");
            return (record, melder) =>
            {
                if (record.IsFilled(vorige) && !gezien.Add(record.Bytes(vorige))) melder.Op(vorige);
            };
        });
}
