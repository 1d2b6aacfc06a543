using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>An amount of zero is a debet (rules.md 4).</summary>
internal sealed class CS325 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        binding.On(["JW323"], "Declaratie", declaratie => Amount(declaratie, "TotaalIngediendBedrag", "TotaalBedrag"));
        binding.On(["JW325"], "DeclaratieAntwoord", answer => Amount(answer, "TotaalIngediendBedrag", "TotaalBedrag"));
        binding.On(["JW325"], "DeclaratieAntwoord", answer => Amount(answer, "TotaalToegekendBedrag", "TotaalBedrag"));
        binding.On(["JW323", "JW325"], "Prestatie", prestatie => Amount(prestatie, "IngediendBedrag", "Bedrag"));
    }

    private static RecordCheck Amount(KlasseModel klasse, string path, string name)
    {
        var amount = klasse.Field($"{path}/{name}");
        var debet = klasse.Is($"{path}/DebetCredit", "D");
        return klasse.Check($"{path}/DebetCredit", record => record.Number(amount) != 0 || debet(record));
    }
}
