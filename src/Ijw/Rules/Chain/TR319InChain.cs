using Ijw.Rules.Shapes;

namespace Ijw.Rules.Chain;

/// <summary>
/// A prestatie of after the DeclaratiePeriode: by the standard the gemeente refuses that prestatie (level 3), the published check refuses
/// the whole declaratie (rules.md 11.1; docs/chain-check.md).
/// </summary>
internal sealed class TR319InChain : BerichtRule
{
    public override string Code => "TR319";

    public override void Bind(Binding binding) =>
        binding.On(
            ["JW323"],
            "Prestatie",
            prestatie =>
            {
                var period = prestatie.Field("ProductPeriode");
                var begin = prestatie.Field("ProductPeriode/Begindatum");
                var end = prestatie.Field("ProductPeriode/Einddatum");
                var lastDay = prestatie.Parent!.Parent!.Field("DeclaratiePeriode/Einddatum");
                return (record, reporter) =>
                {
                    var last = record.Parent!.Parent!.Number(lastDay);
                    if (record.Number(begin) > last || record.Number(end) > last)
                    {
                        reporter.WarnOfChain(period);
                    }
                };
            }
        );
}
