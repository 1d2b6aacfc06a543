using Ijw.Reading.Schemas;
using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>The end of a declared period is not before its begin and not after the Dagtekening of the bericht (rules.md 5).</summary>
internal sealed class TR137 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        binding.On(["JW323"], "Declaratie", declaratie => Period(declaratie, "DeclaratiePeriode"));
        binding.On(["JW323", "JW325"], "Prestatie", prestatie => Period(prestatie, "ProductPeriode"));
    }

    private static RecordCheck Period(KlasseModel klasse, string path)
    {
        var begin = klasse.Field($"{path}/Begindatum");
        var end = klasse.Field($"{path}/Einddatum");
        return (record, reporter) =>
        {
            if (!record.Has(end))
            {
                return;
            }
            if (record.Number(end) < record.Number(begin))
            {
                reporter.On(end, "before");
            }
            else if (record.Number(end) > record.Dagtekening())
            {
                reporter.On(end);
            }
        };
    }
}
