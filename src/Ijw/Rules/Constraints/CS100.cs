using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>Declared periods begin in 2021 or later (rules.md 4).</summary>
internal sealed class CS100 : BerichtRule
{
    private static readonly long EersteDag = new DateOnly(2021, 1, 1).DayNumber;

    public override void Bind(Binding binding)
    {
        binding.Op(["JW323"], "Declaratie", declaratie => Periode(declaratie, "DeclaratiePeriode"));
        binding.Op(["JW323"], "Prestatie", prestatie => Periode(prestatie, "ProductPeriode"));
    }

    private static RecordCheck Periode(Klassemodel klasse, string pad)
    {
        var begin = klasse.Veld($"{pad}/Begindatum");
        return klasse.Toets(pad, record => record.Getal(begin) >= EersteDag);
    }
}
