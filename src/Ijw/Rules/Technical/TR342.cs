using Ijw.Reading;
using Ijw.Reading.Keys;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>What is rejected explains the difference between what was submitted and what was granted; nothing is granted of what is refused as a whole (rules.md 5).</summary>
internal sealed class TR342 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Volg<Som>(["JW325"],
            ("Prestatie", (prestatie, som) =>
            {
                var bedrag = prestatie.Bedrag("IngediendBedrag", "Bedrag");
                return (record, _) => som.Afgewezen += bedrag(record);
            }
    ),
            ("DeclaratieAntwoord", (antwoord, som) =>
            {
                var ingediend = antwoord.Bedrag("TotaalIngediendBedrag", "TotaalBedrag");
                var toegekend = antwoord.Bedrag("TotaalToegekendBedrag", "TotaalBedrag");
                var totaal = antwoord.Veld("TotaalToegekendBedrag");
                return (record, melder) =>
                {
                    var isAfgewezen = !IsInBehandelingGenomen(record);
                    if (toegekend(record) != (isAfgewezen ? 0 : ingediend(record) - som.Afgewezen)) melder.Op(totaal, isAfgewezen ? "refused" : "");
                };
            }
    ));

    /// <summary>The declaratie itself has no other code than 0200 or 8001.</summary>
    private static bool IsInBehandelingGenomen(Record record)
    {
        for (var i = 0; i < record.AantalRetourcodes; i++)
            if (!record.Retourcode(i).SequenceEqual("0200"u8) && !record.Retourcode(i).SequenceEqual("8001"u8)) return false;
        return true;
    }

    private sealed class Som : IGeheugendeel
    {
        public long Afgewezen { get; set; }

        public void Clear() => Afgewezen = 0;
    }
}
