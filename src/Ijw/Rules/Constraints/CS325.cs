using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>An amount of zero is a debet (rules.md 4).</summary>
internal sealed class CS325 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        binding.Op(["JW323"], "Declaratie", declaratie => Bedrag(declaratie, "TotaalIngediendBedrag", "TotaalBedrag"));
        binding.Op(["JW325"], "DeclaratieAntwoord", antwoord => Bedrag(antwoord, "TotaalIngediendBedrag", "TotaalBedrag"));
        binding.Op(["JW325"], "DeclaratieAntwoord", antwoord => Bedrag(antwoord, "TotaalToegekendBedrag", "TotaalBedrag"));
        binding.Op(["JW323", "JW325"], "Prestatie", prestatie => Bedrag(prestatie, "IngediendBedrag", "Bedrag"));
    }

    private static RecordCheck Bedrag(Klassemodel klasse, string pad, string naam)
    {
        var bedrag = klasse.Veld($"{pad}/{naam}");
        var debet = klasse.Is($"{pad}/DebetCredit", "D");
        return klasse.Toets($"{pad}/DebetCredit", record => record.Getal(bedrag) != 0 || debet(record));
    }
}
