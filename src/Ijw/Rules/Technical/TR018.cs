using Ijw.Rules.Shapes;

namespace Ijw.Rules.Technical;

/// <summary>A stop does not end before it begins (rules.md 5).</summary>
internal sealed class TR018 : BerichtRule
{
    public override void Bind(Binding binding) =>
        binding.Op(["JW307"], "StopProduct", product =>
        {
            var begin = product.Veld("Begindatum");
            var eind = product.Veld("Einddatum");
            return product.Toets("Einddatum", record => record.Getal(eind) >= record.Getal(begin));
        });
}
