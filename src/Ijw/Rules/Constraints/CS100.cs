using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>Declared periods begin in 2021 or later (rules.md 4).</summary>
internal sealed class CS100 : BerichtRule
{
    private static readonly long FirstDay = new DateOnly(2021, 1, 1).DayNumber;

    public override void Bind(Binding binding)
    {
        binding.On(["JW323"], "Declaratie", declaratie => Period(declaratie, "DeclaratiePeriode"));
        binding.On(["JW323"], "Prestatie", prestatie => Period(prestatie, "ProductPeriode"));
    }

    private static RecordCheck Period(KlasseModel klasse, string path)
    {
        var begin = klasse.Field($"{path}/Begindatum");
        return klasse.Check(path, record => record.Number(begin) >= FirstDay);
    }
}
