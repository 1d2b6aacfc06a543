using Ijw.Rules.Shapes;

namespace Ijw.Rules.Chain;

/// <summary>
/// A prestatie of after the DeclaratiePeriode: by the standard the gemeente refuses that prestatie (level 3), the published check refuses the
/// whole declaratie (rules.md 11.1; docs/chain-check.md).
/// </summary>
internal sealed class TR319InChain : BerichtRule
{
    public override string Code => "TR319";

    public override void Bind(Binding binding) => binding.Op(["JW323"], "Prestatie", prestatie =>
    {
        var periode = prestatie.Veld("ProductPeriode");
        var begin = prestatie.Veld("ProductPeriode/Begindatum");
        var end = prestatie.Veld("ProductPeriode/Einddatum");
        var lastDay = prestatie.Ouder!.Ouder!.Veld("DeclaratiePeriode/Einddatum");
        return (record, melder) =>
        {
            var last = record.Ouder!.Ouder!.Getal(lastDay);
            if (record.Getal(begin) > last || record.Getal(end) > last) melder.WarnOfChain(periode);
        };
    });
}
