using Ijw.Rules.Shapes;

namespace Ijw.Rules.Chain;

/// <summary>
/// A Contact with an Einddatum and no Begindatum: CS003 compares nothing there, the published check refuses the bericht
/// (docs/chain-check.md).
/// </summary>
internal sealed class CS003InChain : BerichtRule
{
    public override string Code => "CS003";

    public override void Bind(Binding binding) =>
        binding.On(
            ["JW301"],
            "Contact",
            contact =>
            {
                var begin = contact.Field("Periode/Begindatum");
                var end = contact.Field("Periode/Einddatum");
                return (record, reporter) =>
                {
                    if (record.Has(end) && !record.Has(begin))
                    {
                        reporter.WarnOfChain(end);
                    }
                };
            }
        );
}
