using Ijw.Rules.Shapes;

namespace Ijw.Rules.Chain;

/// <summary>
/// A Contact with an Einddatum and no Begindatum: CS003 compares nothing there, the published check refuses the bericht (docs/chain-check.md).
/// </summary>
internal sealed class CS003InChain : BerichtRule
{
    public override string Code => "CS003";

    public override void Bind(Binding binding) => binding.Op(["JW301"], "Contact", contact =>
    {
        var begin = contact.Veld("Periode/Begindatum");
        var end = contact.Veld("Periode/Einddatum");
        return (record, melder) =>
        {
            if (record.Heeft(end) && !record.Heeft(begin)) melder.WarnOfChain(end);
        };
    });
}
