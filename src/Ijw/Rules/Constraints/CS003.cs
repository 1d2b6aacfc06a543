using Ijw.Rules.Shapes;

namespace Ijw.Rules.Constraints;

/// <summary>An end date is not before the begin date of the same period (rules.md 4).</summary>
internal sealed class CS003 : BerichtRule
{
    public override void Bind(Binding binding)
    {
        On(binding, "JW301", "Contact", "Periode/Begindatum", "Periode/Einddatum");
        On(binding, "JW301", "ToegewezenProduct", "Ingangsdatum", "Einddatum");
        On(binding, "JW315", "AangevraagdProduct", "ToewijzingIngangsdatum", "ToewijzingEinddatum");
        On(binding, "JW317", "TeWijzigenProduct", "GewensteIngangsdatum", "Einddatum");
        On(binding, "JW317", "NieuwProduct", "GewensteIngangsdatum", "Einddatum");
    }

    private static void On(Binding binding, string kind, string klasse, string beginPath, string endPath) =>
        binding.On(
            [kind],
            klasse,
            model =>
            {
                var begin = model.Field(beginPath);
                var end = model.Field(endPath);
                return (record, reporter) =>
                {
                    if (record.Has(begin) && record.Has(end) && record.Number(end) < record.Number(begin))
                    {
                        reporter.On(end);
                    }
                };
            }
        );
}
