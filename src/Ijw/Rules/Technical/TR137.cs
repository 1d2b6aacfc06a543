using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>The end of a declared period is not before its begin and not after the Dagtekening of the bericht (rules.md 5).</summary>
internal sealed class TR137 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        binding.Op(["JW323"], "Declaratie", declaratie => Periode(declaratie, "DeclaratiePeriode"));
        binding.Op(["JW323", "JW325"], "Prestatie", prestatie => Periode(prestatie, "ProductPeriode"));
    }

    private static RecordCheck Periode(Klassemodel klasse, string pad)
    {
        var begin = klasse.Veld($"{pad}/Begindatum");
        var eind = klasse.Veld($"{pad}/Einddatum");
        return (record, melder) =>
        {
            if (!record.Heeft(eind)) return;
            if (record.Getal(eind) < record.Getal(begin)) melder.Op(eind, "before");
            else if (record.Getal(eind) > record.Dagtekening()) melder.Op(eind);
        };
    }
}
